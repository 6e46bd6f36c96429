namespace XSight.Storage;

/// <summary>
/// The merge of staged customers, the same statements for both databases. The fact of the newer source version wins: a later one, or an
/// equal one that says something else, since it arrived later. The same fact again changes nothing.
/// </summary>
internal static class MergeSql
{
    private const string CustomerWins = """
        (excluded.updated_at > customers.updated_at OR (excluded.updated_at = customers.updated_at AND (
            excluded.first_name, excluded.last_name, excluded.email, excluded.phone, excluded.city,
            excluded.province, excluded.country_code, excluded.deleted)
          IS DISTINCT FROM (
            customers.first_name, customers.last_name, customers.email, customers.phone, customers.city,
            customers.province, customers.country_code, customers.deleted)))
        """;

    // Not every fact tells when the customer was made; such a one says "at the latest now". The earliest told holds, whichever fact tells it.
    private const string CreatedWins = "(customers.updated_at = 0 OR excluded.created_at < customers.created_at)";

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

    private const string Columns = """
        tenant, customer_id, updated_at, arrived_at, created_at, first_name, last_name, email, phone, city, province,
        country_code, tags, tags_at, email_consent, consent_at, deleted, name_key, search_text
        """;

    private static readonly string TakePlain = $"""
        {TakeWhere(CustomerWins, "updated_at", "arrived_at", "first_name", "last_name", "email", "phone", "city", "province", "country_code", "search_text")},
        {TakeWhere(TagsWin, "tags", "tags_at")},
        {TakeWhere(ConsentWins, "email_consent", "consent_at")},
        facts_version = customers.facts_version + 1
        """;

    /// <summary>
    /// Writes new customers, and of the others those whose fact leaves the keys of the lists as they are, as most do: SQLite writes an index
    /// anew whenever a statement sets one of its columns, though to what it was, and nearly every index has one of these.
    /// </summary>
    public static readonly string Customers = $"""
        INSERT INTO customers ({Columns}, facts_version)
        SELECT {Columns}, 1 FROM staged_customers WHERE true
        ON CONFLICT (tenant, customer_id) DO UPDATE SET {TakePlain}
        WHERE NOT {CreatedWins} AND (excluded.deleted, excluded.name_key) IS NOT DISTINCT FROM (customers.deleted, customers.name_key)
            AND ({CustomerWins} OR {TagsWin} OR {ConsentWins})
        """;

    /// <summary>Writes the others. CROSS JOIN holds SQLite to the staged ones.</summary>
    public static readonly string Rekeyed = $"""
        INSERT INTO customers ({Columns}, facts_version)
        SELECT {string.Join(", ", Columns.Split(',').Select(c => $"s.{c.Trim()}"))}, 1
        FROM staged_customers s CROSS JOIN customers c
        WHERE c.tenant = s.tenant AND c.customer_id = s.customer_id
            AND (c.updated_at = 0 OR s.created_at < c.created_at OR (s.deleted, s.name_key) IS DISTINCT FROM (c.deleted, c.name_key))
        ON CONFLICT (tenant, customer_id) DO UPDATE SET
            {TakeWhere(CreatedWins, "created_at")}, {TakeWhere(CustomerWins, "deleted", "name_key")}, {TakePlain}
        WHERE {CustomerWins} OR {TagsWin} OR {ConsentWins} OR {CreatedWins}
        """;

    private static string TakeWhere(string wins, params string[] columns) =>
        string.Join(",\n", columns.Select(c => $"{c} = CASE WHEN {wins} THEN excluded.{c} ELSE customers.{c} END"));
}
