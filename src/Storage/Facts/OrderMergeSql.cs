namespace XSight.Storage;

/// <summary>
/// The merge of staged orders, the same statements for both databases, by the rule of <see cref="MergeSql"/>: an order, its lines and its
/// refunds each have a source version, and a fact that does not tell lines or refunds is no news of them.
/// </summary>
internal static class OrderMergeSql
{
    private static readonly string[] Content =
    [
        "customer_id", "name", "created_at", "processed_at", "cancelled_at", "test", "financial_status", "gross_minor", "net_minor",
        "currency", "source_name", "country_code", "discount_codes", "deleted", "day", "counted",
    ];

    private static readonly string OrderWins = $"""
        (s.updated_at > o.updated_at OR (s.updated_at = o.updated_at AND
            ({Of("s")}) IS DISTINCT FROM ({Of("o")})))
        """;

    private static readonly string LinesWin = Wins("s", "o", "lines");

    private static readonly string RefundsWin = Wins("s", "o", "refunds");

    private static readonly string LinesChange = $"({LinesWin} AND s.lines_hash <> o.lines_hash)";

    private static readonly string RefundsChange = $"({RefundsWin} AND s.refunds_hash <> o.refunds_hash)";

    private const string Stored = "o.tenant = s.tenant AND o.order_id = s.order_id";

    /// <summary>Orders of a customer that was merged into another are the other's.</summary>
    private const string Redirect = """
        UPDATE staged_orders AS s SET customer_id = m.kept_id
        FROM customer_merges m WHERE m.tenant = s.tenant AND m.gone_id = s.customer_id;
        """;

    /// <summary>A discount code may be made out to a person; those of an erased one go.</summary>
    private const string Redact = """
        UPDATE staged_orders AS s SET discount_codes = '[]'
        FROM customer_redactions r WHERE r.tenant = s.tenant AND r.customer_id = s.customer_id;
        """;

    /// <summary>Leaves only the winners staged. What is left of the merge then needs no further condition: the tenant is held, nobody else writes.</summary>
    private static readonly string DropStale = $"""
        DELETE FROM staged_orders AS s WHERE EXISTS (
            SELECT 1 FROM orders o WHERE {Stored} AND NOT ({OrderWins} OR {LinesWin} OR {RefundsWin}));
        """;

    /// <summary>Older than the stored order, and yet the newest to tell its lines or refunds: the order itself stays as it is.</summary>
    private static readonly string KeepOrders = $"""
        UPDATE staged_orders AS s SET {Take("o", [.. Content, "updated_at", "arrived_at"])}
        FROM orders o WHERE {Stored} AND NOT {OrderWins};
        """;

    private const string MarkAnonymous = $"""
        UPDATE staged_orders AS s SET anonymous = true
        FROM tenant_counters t, orders o
        WHERE t.tenant = s.tenant AND t.anonymous_seq > 0 AND {Stored} AND o.customer_id IS NULL;
        """;

    /// <summary>The customers that have the orders.</summary>
    private const string FindTouches = """
        DELETE FROM staged_touches;
        INSERT INTO staged_touches (tenant, customer_id)
        SELECT s.tenant, s.customer_id FROM staged_orders s WHERE s.customer_id IS NOT NULL
        """;

    /// <summary>And those that had them until now.</summary>
    private const string FindFormer = $"""
        UNION
        SELECT o.tenant, o.customer_id FROM staged_orders s JOIN orders o ON {Stored} WHERE o.customer_id IS NOT NULL;
        """;

    /// <summary>Puts the staged orders with those who have them now, and says whether any of them is stored already.</summary>
    public const string Admit = $"{Redirect} {Redact} SELECT EXISTS (SELECT 1 FROM staged_orders s JOIN orders o ON {Stored})";

    /// <summary>What comes before the writing when none is: all of them win, as in most batches of a first sync.</summary>
    public const string SettleNew = $"{FindTouches} GROUP BY s.tenant, s.customer_id";

    /// <summary>What comes before the winners are written, when none of the facts tells lines or refunds.</summary>
    public static readonly string Settle = $"{DropStale} {MarkAnonymous} {FindTouches} {FindFormer}";

    /// <summary>The same when some do.</summary>
    public static readonly string SettleSales = $"{DropStale} {KeepOrders} {MarkAnonymous} {FindTouches} {FindFormer}";

    /// <summary>Winners whose lines or refunds are to be written, and whether others are there that must go first.</summary>
    public static readonly string FindSales = $"""
        SELECT s.rank,
            CASE WHEN o.order_id IS NULL THEN s.lines_hash <> 0 ELSE {LinesChange} END,
            CASE WHEN o.order_id IS NULL THEN s.refunds_hash <> 0 ELSE {RefundsChange} END,
            COALESCE(o.lines_hash, 0) <> 0 OR COALESCE(o.refunds_hash, 0) <> 0
        FROM staged_orders s LEFT JOIN orders o ON {Stored}
        WHERE o.order_id IS NULL OR {LinesChange} OR {RefundsChange}
        """;

    public static readonly string DropSales = $"""
        DELETE FROM order_lines WHERE (tenant, order_id) IN (
            SELECT s.tenant, s.order_id FROM staged_orders s JOIN orders o ON {Stored} WHERE {LinesChange});
        DELETE FROM order_refunds WHERE (tenant, order_id) IN (
            SELECT s.tenant, s.order_id FROM staged_orders s JOIN orders o ON {Stored} WHERE {RefundsChange});
        """;

    /// <summary>Writes orders of which none is stored.</summary>
    public static readonly string Insert = $"""
        INSERT INTO orders (
            tenant, order_id, updated_at, arrived_at, {string.Join(", ", Content)},
            lines_at, lines_hash, sale_lines, refunds_at, refunds_hash, sale_refunds, anonymous_seq)
        SELECT
            s.tenant, s.order_id, s.updated_at, s.arrived_at, {Of("s")},
            s.lines_at, s.lines_hash, s.sale_lines, s.refunds_at, s.refunds_hash, s.sale_refunds,
            CASE WHEN s.anonymous THEN s.rank + (SELECT t.anonymous_seq FROM tenant_counters t WHERE t.tenant = s.tenant) ELSE 0 END
        FROM staged_orders s WHERE true
        """;

    public static readonly string Upsert = $"""
        {Insert}
        ON CONFLICT (tenant, order_id) DO UPDATE SET
            {Take("excluded", ["updated_at", "arrived_at", .. Content])},
            {TakeWhere(Wins("excluded", "orders", "lines"), "lines_at", "lines_hash", "sale_lines")},
            {TakeWhere(Wins("excluded", "orders", "refunds"), "refunds_at", "refunds_hash", "sale_refunds")},
            {TakeWhere("excluded.anonymous_seq > 0", "anonymous_seq")}
        WHERE excluded.updated_at >= orders.updated_at
        """;

    /// <summary>
    /// Marks the customers; one seen for the first time gets a row that any fact of its own replaces (source version 0). Then moves the
    /// tenants' counters to the last position given out to anonymous orders.
    /// </summary>
    public const string Finish = """
        INSERT INTO customers (tenant, customer_id, updated_at, arrived_at, created_at, tags, deleted, search_text, facts_version)
        SELECT tenant, customer_id, 0, @now, 0, '[]', false, '', 1 FROM staged_touches WHERE true
        ON CONFLICT (tenant, customer_id) DO UPDATE SET facts_version = customers.facts_version + 1;
        UPDATE tenant_counters
        SET anonymous_seq = (SELECT max(o.anonymous_seq) FROM orders o WHERE o.tenant = tenant_counters.tenant AND o.anonymous_seq > 0)
        WHERE tenant IN (SELECT s.tenant FROM staged_orders s WHERE s.anonymous);
        """;

    private static string Wins(string told, string stored, string part) =>
        $"({told}.{part}_at > {stored}.{part}_at OR ({told}.{part}_at = {stored}.{part}_at AND {told}.{part}_hash <> {stored}.{part}_hash))";

    private static string Of(string row) => string.Join(", ", Content.Select(c => $"{row}.{c}"));

    private static string Take(string row, IEnumerable<string> columns) => string.Join(", ", columns.Select(c => $"{c} = {row}.{c}"));

    private static string TakeWhere(string wins, params string[] columns) =>
        string.Join(", ", columns.Select(c => $"{c} = CASE WHEN {wins} THEN excluded.{c} ELSE orders.{c} END"));
}
