namespace XSight.Storage;

/// <summary>The two feeds of a tenant's sales. A page of customers is joined with their orders in one statement, by its index.</summary>
internal static class SalesSql
{
    /// <summary>Read by <see cref="SaleRows"/>.</summary>
    private const string OrderColumns = """
        o.order_id, o.day, o.processed_at, o.test, o.cancelled_at, o.counted, o.gross_minor, o.net_minor, o.source_name, o.country_code,
        o.discount_codes, o.sale_lines, o.sale_refunds
        """;

    /// <summary>A customer without orders is one row without an order.</summary>
    public const string Customers = $"""
        SELECT page.customer_id, page.change_seq, {OrderColumns}
        FROM (SELECT c.tenant, c.customer_id, c.change_seq FROM customers c
              WHERE c.tenant = @tenant AND c.change_seq > @after AND c.change_seq > 0
              ORDER BY c.change_seq LIMIT @limit) page
        LEFT JOIN orders o ON o.tenant = page.tenant AND o.customer_id = page.customer_id AND NOT o.deleted
        """;

    /// <summary>One that is gone, or is a customer's now, says so.</summary>
    public const string Anonymous = $"""
        SELECT o.deleted OR o.customer_id IS NOT NULL, o.anonymous_seq, {OrderColumns}
        FROM orders o
        WHERE o.tenant = @tenant AND o.anonymous_seq > @after AND o.anonymous_seq > 0
        ORDER BY o.anonymous_seq LIMIT @limit
        """;

    /// <summary>The last positions that were given.</summary>
    public const string End = """
        SELECT COALESCE((SELECT max(c.change_seq) FROM customers c WHERE c.tenant = @tenant AND c.change_seq > 0), 0),
            COALESCE((SELECT max(o.anonymous_seq) FROM orders o WHERE o.tenant = @tenant AND o.anonymous_seq > 0), 0)
        """;

    public const string Orders = $"""
        SELECT o.customer_id, {OrderColumns}
        FROM orders o
        WHERE o.tenant = @tenant AND o.order_id > @after AND NOT o.deleted
        ORDER BY o.order_id LIMIT @limit
        """;

    /// <summary>A product's newest line is the last of its index.</summary>
    public static string Titles(Dialect dialect) => $"""
        SELECT wanted.id, (
            SELECT l.title FROM order_lines l WHERE l.tenant = @tenant AND l.product_id = wanted.id ORDER BY l.order_id DESC LIMIT 1)
        FROM ({dialect.Numbers("@ids")}) wanted
        """;
}
