namespace XSight.Storage;

/// <summary>Touched customers, the metrics derived for them, and the change feed.</summary>
internal static class MetricsSql
{
    public const string Touched = $"""
        SELECT {FactRows.CustomerColumns} FROM customers c
        WHERE c.tenant = @tenant AND c.touched AND c.customer_id > @after
        ORDER BY c.customer_id LIMIT @limit
        """;

    public const string OrdersOfTouched = $"""
        SELECT {FactRows.OrderColumns}
        FROM (SELECT c.tenant, c.customer_id FROM customers c
              WHERE c.tenant = @tenant AND c.touched AND c.customer_id > @after
              ORDER BY c.customer_id LIMIT @limit) page
        JOIN orders o ON o.tenant = page.tenant AND o.customer_id = page.customer_id AND NOT o.deleted
        ORDER BY o.customer_id, o.processed_at DESC, o.order_id DESC
        """;

    public const string Customer = $"SELECT {FactRows.CustomerColumns} FROM customers c WHERE c.tenant = @tenant AND c.customer_id = @customer";

    public const string OrdersOfCustomer = $"""
        SELECT {FactRows.OrderColumns} FROM orders o
        WHERE o.tenant = @tenant AND o.customer_id = @customer AND NOT o.deleted
        ORDER BY o.processed_at DESC, o.order_id DESC
        """;

    /// <summary>Of the customers whose turn it is, those whose metrics are not those of their facts.</summary>
    public const string TouchedTurns = """
        SELECT s.rank, c.facts_version
        FROM staged_turns s JOIN customers c ON c.tenant = s.tenant AND c.customer_id = s.customer_id
        WHERE c.touched
        """;

    /// <summary>CROSS JOIN holds SQLite to this order, from the staged turns to their orders.</summary>
    public const string OrdersOfTurns = """
        SELECT s.rank, o.processed_at, o.day, o.net_minor
        FROM staged_turns s CROSS JOIN customers c CROSS JOIN orders o
        WHERE c.tenant = s.tenant AND c.customer_id = s.customer_id AND c.touched
          AND o.tenant = s.tenant AND o.customer_id = s.customer_id AND NOT o.deleted AND o.counted
        """;

    private const string Numbered = """
        FROM (
            SELECT s.*, t.change_seq + row_number() OVER (PARTITION BY s.tenant ORDER BY s.customer_id) AS position
            FROM staged_metrics s
            JOIN customers c ON c.tenant = s.tenant AND c.customer_id = s.customer_id AND c.facts_version = s.facts_version
            JOIN tenant_counters t ON t.tenant = s.tenant) n
        WHERE customers.tenant = n.tenant AND customers.customer_id = n.customer_id
        """;

    private const string TakeLatest = """
        orders_count = n.orders_count,
        total_spent_minor = n.total_spent_minor,
        last_order_at = n.last_order_at,
        last_order_day = n.last_order_day,
        metrics_version = n.facts_version,
        change_seq = n.position
        """;

    private const string HasSameFirst =
        "(customers.first_order_at, customers.first_order_day) IS NOT DISTINCT FROM (n.first_order_at, n.first_order_day)";

    private const string Written = "RETURNING customers.tenant, customers.customer_id, customers.change_seq, customers.deleted";

    /// <summary>
    /// Writes the staged metrics whose facts are still the same, each at the next position of its tenant's feed, where the first order stays
    /// what it was: SQLite writes an index anew whenever a statement sets one of its columns, though to what it was.
    /// </summary>
    public const string Write = $"UPDATE customers SET {TakeLatest} {Numbered} AND {HasSameFirst} {Written}";

    /// <summary>The same where the first order is another one. The positions are those that <see cref="Write"/> left out.</summary>
    public const string WriteFirst = $"""
        UPDATE customers SET first_order_at = n.first_order_at, first_order_day = n.first_order_day, {TakeLatest}
        {Numbered} AND NOT {HasSameFirst} {Written}
        """;

    /// <summary>Moves the tenants' counters to the last position given out.</summary>
    public const string Advance = """
        UPDATE tenant_counters
        SET change_seq = (SELECT COALESCE(max(c.change_seq), 0) FROM customers c WHERE c.tenant = tenant_counters.tenant AND c.change_seq > 0)
        WHERE tenant IN (SELECT s.tenant FROM staged_metrics s)
        """;

    /// <summary>The second condition names the index's own, which the first does not imply for the planner.</summary>
    public const string Changes = """
        SELECT c.customer_id, c.change_seq, c.deleted,
            c.orders_count, c.total_spent_minor, c.first_order_at, c.last_order_at, c.first_order_day, c.last_order_day
        FROM customers c
        WHERE c.tenant = @tenant AND c.change_seq > @after AND c.change_seq > 0
        ORDER BY c.change_seq LIMIT @limit
        """;
}
