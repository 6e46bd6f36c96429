namespace XSight.Storage;

/// <summary>The customers' list: columns, scores and conditions. Scores follow analytics.md: one more than the thresholds strictly below.</summary>
internal static class CustomerListSql
{
    public const string R = "CASE WHEN c.last_order_day > @r4 THEN 5 WHEN c.last_order_day > @r3 THEN 4 WHEN c.last_order_day > @r2 THEN 3 WHEN c.last_order_day > @r1 THEN 2 ELSE 1 END";

    public const string F = "CASE WHEN c.orders_count > @f4 THEN 5 WHEN c.orders_count > @f3 THEN 4 WHEN c.orders_count > @f2 THEN 3 WHEN c.orders_count > @f1 THEN 2 ELSE 1 END";

    public const string M = "CASE WHEN c.total_spent_minor > @m4 THEN 5 WHEN c.total_spent_minor > @m3 THEN 4 WHEN c.total_spent_minor > @m2 THEN 3 WHEN c.total_spent_minor > @m1 THEN 2 ELSE 1 END";

    /// <summary>Read by <see cref="CustomerRows"/>; scores of prospects are read and not used.</summary>
    public const string Columns = $"""
        c.customer_id, c.first_name, c.last_name, c.email, c.city, c.country_code, c.tags,
        c.orders_count, c.total_spent_minor, c.first_order_at, c.last_order_at, c.first_order_day, c.last_order_day,
        {R}, {F}, {M}
        """;

    public const string Listed = "c.tenant = @tenant AND NOT c.deleted";

    public const string Eligible = "c.orders_count > 0";

    /// <summary>The profile as a text of 125 zeros and ones, one a triple.</summary>
    public const string InGroups = $"(c.orders_count > 0 AND substr(@groups, ({R}) * 25 + ({F}) * 5 + ({M}) - 30, 1) = '1')";

    public const string IsProspect = "c.orders_count = 0";

    public const string HasR = $"{R} = @r";

    /// <summary>(F + M) / 2 rounded half up.</summary>
    public const string HasFm = $"(({F}) + ({M}) + 1) / 2 = @fm";

    public const string HasCountry = "c.country_code = @country";

    public const string HasId = "c.customer_id = @id";

    public const string FirstOrderSince = "c.first_order_day >= @firstFrom";

    public const string FirstOrderUntil = "c.first_order_day <= @firstTo";

    /// <summary>The set is found once, by its index, not for each customer.</summary>
    public const string Ordered = """
        c.customer_id IN (
            SELECT o.customer_id FROM orders o
            WHERE o.tenant = @tenant AND o.counted AND o.day BETWEEN @orderedFrom AND @orderedTo AND o.customer_id IS NOT NULL)
        """;

    public const string Bought = """
        c.customer_id IN (
            SELECT o.customer_id FROM order_lines l JOIN orders o ON o.tenant = l.tenant AND o.order_id = l.order_id
            WHERE l.tenant = @tenant AND l.product_id = @bought
              AND o.counted AND o.day BETWEEN @orderedFrom AND @orderedTo AND o.customer_id IS NOT NULL)
        """;

    public const string Find = $"SELECT {Columns} FROM customers c WHERE {Listed} AND {HasId}";

    /// <param name="ids">Names of parameters, separated by commas.</param>
    public static string FindAll(string ids) => $"SELECT {Columns} FROM customers c WHERE {Listed} AND c.customer_id IN ({ids})";

    /// <summary>The whole list's size and money, kept up to date by triggers.</summary>
    public const string TotalsOfTenant = "SELECT t.customers, t.spent_minor FROM tenant_counters t WHERE t.tenant = @tenant";

    public const string Totals = "SELECT count(*), CAST(COALESCE(sum(c.total_spent_minor), 0) AS bigint) FROM customers c WHERE ";

    /// <summary>The sorted column, and whether it can be null; each has its index.</summary>
    public static (string Column, bool Nullable) Key(CustomerSort sort) => sort switch
    {
        CustomerSort.LastOrder => ("c.last_order_at", true),
        CustomerSort.FirstOrder => ("c.first_order_at", true),
        CustomerSort.TotalSpent => ("c.total_spent_minor", false),
        CustomerSort.Orders => ("c.orders_count", false),
        CustomerSort.Name => ("c.name_key", true),
        CustomerSort.Created => ("c.created_at", false),
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "No such order."),
    };
}
