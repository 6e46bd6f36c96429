namespace XSight.Storage;

/// <summary>
/// The merge of staged facts, the same statements for both databases. The fact of the newer source version wins: a later one, or an
/// equal one that says something else, since it arrived later. The same fact again changes nothing.
/// </summary>
internal static class MergeSql
{
    private const string CustomerWins = """
        (excluded.updated_at > customers.updated_at OR (excluded.updated_at = customers.updated_at AND (
            excluded.created_at, excluded.first_name, excluded.last_name, excluded.email, excluded.phone, excluded.city,
            excluded.province, excluded.country_code, excluded.deleted)
          IS DISTINCT FROM (
            customers.created_at, customers.first_name, customers.last_name, customers.email, customers.phone, customers.city,
            customers.province, customers.country_code, customers.deleted)))
        """;

    // Tags and consent by the same rule, each by its own source version: a fact that does not tell them is no news of them.
    private const string TagsWin =
        "(excluded.tags_at > customers.tags_at OR (excluded.tags_at = customers.tags_at AND excluded.tags <> customers.tags))";

    private const string ConsentWins = """
        (excluded.consent_at > customers.consent_at
            OR (excluded.consent_at = customers.consent_at AND excluded.email_consent IS DISTINCT FROM customers.email_consent))
        """;

    /// <summary>A customer that was merged into another stays gone, whatever is told of it.</summary>
    public const string KeepGone = """
        UPDATE staged_customers AS s SET deleted = true
        FROM customer_merges m WHERE m.tenant = s.tenant AND m.gone_id = s.customer_id
        """;

    /// <summary>A customer who was erased stays a number, whatever is told of the person.</summary>
    public const string KeepRedacted = """
        UPDATE staged_customers AS s SET
            first_name = NULL, last_name = NULL, email = NULL, phone = NULL, city = NULL, province = NULL,
            tags = '[]', email_consent = NULL, name_key = NULL, search_text = ''
        FROM customer_redactions r WHERE r.tenant = s.tenant AND r.customer_id = s.customer_id
        """;

    public static readonly string Customers = $"""
        INSERT INTO customers (
            tenant, customer_id, updated_at, arrived_at, created_at, first_name, last_name, email, phone, city, province,
            country_code, tags, tags_at, email_consent, consent_at, deleted, name_key, search_text, facts_version)
        SELECT
            tenant, customer_id, updated_at, arrived_at, created_at, first_name, last_name, email, phone, city, province,
            country_code, tags, tags_at, email_consent, consent_at, deleted, name_key, search_text, 1
        FROM staged_customers WHERE true
        ON CONFLICT (tenant, customer_id) DO UPDATE SET
            {TakeWhere(CustomerWins, "updated_at", "arrived_at", "created_at", "first_name", "last_name", "email", "phone", "city")},
            {TakeWhere(CustomerWins, "province", "country_code", "deleted", "name_key", "search_text")},
            {TakeWhere(TagsWin, "tags", "tags_at")},
            {TakeWhere(ConsentWins, "email_consent", "consent_at")},
            facts_version = customers.facts_version + 1
        WHERE {CustomerWins} OR {TagsWin} OR {ConsentWins}
        """;

    private const string OrderContentDiffers = """
        (s.customer_id, s.name, s.created_at, s.processed_at, s.cancelled_at, s.test, s.financial_status, s.gross_minor, s.net_minor,
            s.currency, s.source_name, s.country_code, s.discount_codes, s.deleted, s.day, s.counted)
        IS DISTINCT FROM
        (o.customer_id, o.name, o.created_at, o.processed_at, o.cancelled_at, o.test, o.financial_status, o.gross_minor, o.net_minor,
            o.currency, o.source_name, o.country_code, o.discount_codes, o.deleted, o.day, o.counted)
        """;

    /// <summary>Orders of a customer that was merged into another are the other's.</summary>
    public const string RedirectOrders = """
        UPDATE staged_orders AS s SET customer_id = m.kept_id
        FROM customer_merges m WHERE m.tenant = s.tenant AND m.gone_id = s.customer_id
        """;

    /// <summary>A discount code may be made out to a person; those of an erased one go.</summary>
    public const string KeepRedactedOrders = """
        UPDATE staged_orders AS s SET discount_codes = '[]'
        FROM customer_redactions r WHERE r.tenant = s.tenant AND r.customer_id = s.customer_id
        """;

    /// <summary>Leaves only the winners staged. What is left of the merge then needs no condition: the tenant is held, nobody else writes.</summary>
    public const string DropStaleOrders = $"""
        DELETE FROM staged_orders AS s WHERE EXISTS (
            SELECT 1 FROM orders o
            WHERE o.tenant = s.tenant AND o.order_id = s.order_id
              AND NOT (s.updated_at > o.updated_at OR (s.updated_at = o.updated_at AND {OrderContentDiffers})))
        """;

    public const string ClearTouches = "DELETE FROM staged_touches";

    /// <summary>The customers that have the winners, and those that had them until now.</summary>
    public const string FindTouches = """
        INSERT INTO staged_touches (tenant, customer_id)
        SELECT s.tenant, s.customer_id FROM staged_orders s WHERE s.customer_id IS NOT NULL
        UNION
        SELECT o.tenant, o.customer_id
        FROM staged_orders s JOIN orders o ON o.tenant = s.tenant AND o.order_id = s.order_id
        WHERE o.customer_id IS NOT NULL
        """;

    public const string Orders = """
        INSERT INTO orders (
            tenant, order_id, customer_id, updated_at, arrived_at, name, created_at, processed_at, cancelled_at, test,
            financial_status, gross_minor, net_minor, currency, source_name, country_code, discount_codes, deleted, day, counted)
        SELECT
            tenant, order_id, customer_id, updated_at, arrived_at, name, created_at, processed_at, cancelled_at, test,
            financial_status, gross_minor, net_minor, currency, source_name, country_code, discount_codes, deleted, day, counted
        FROM staged_orders WHERE true
        ON CONFLICT (tenant, order_id) DO UPDATE SET
            customer_id = excluded.customer_id,
            updated_at = excluded.updated_at,
            arrived_at = excluded.arrived_at,
            name = excluded.name,
            created_at = excluded.created_at,
            processed_at = excluded.processed_at,
            cancelled_at = excluded.cancelled_at,
            test = excluded.test,
            financial_status = excluded.financial_status,
            gross_minor = excluded.gross_minor,
            net_minor = excluded.net_minor,
            currency = excluded.currency,
            source_name = excluded.source_name,
            country_code = excluded.country_code,
            discount_codes = excluded.discount_codes,
            deleted = excluded.deleted,
            day = excluded.day,
            counted = excluded.counted
        WHERE excluded.updated_at >= orders.updated_at
        """;

    /// <summary>Marks them; a customer seen for the first time gets a row that any fact of its own replaces (source version 0).</summary>
    public const string TouchCustomers = """
        INSERT INTO customers (tenant, customer_id, updated_at, arrived_at, created_at, tags, deleted, search_text, facts_version)
        SELECT tenant, customer_id, 0, @now, 0, '[]', false, '', 1 FROM staged_touches WHERE true
        ON CONFLICT (tenant, customer_id) DO UPDATE SET facts_version = customers.facts_version + 1
        """;

    private static string TakeWhere(string wins, params string[] columns) =>
        string.Join(",\n", columns.Select(c => $"{c} = CASE WHEN {wins} THEN excluded.{c} ELSE customers.{c} END"));
}
