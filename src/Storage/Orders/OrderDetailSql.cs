namespace XSight.Storage;

/// <summary>One order and what is below it.</summary>
internal static class OrderDetailSql
{
    public const string Order = $"""
        SELECT {FactRows.OrderColumns}, o.lines_at, o.refunds_at, c.first_name, c.last_name
        FROM orders o LEFT JOIN customers c ON c.tenant = o.tenant AND c.customer_id = o.customer_id
        WHERE o.tenant = @tenant AND o.order_id = @order AND NOT o.deleted
        """;

    public const string Lines = """
        SELECT l.line_id, l.product_id, l.variant_id, l.title, l.sku, l.quantity, l.net_minor
        FROM order_lines l WHERE l.tenant = @tenant AND l.order_id = @order ORDER BY l.line_id
        """;

    public const string Refunds = """
        SELECT r.refund_id, r.at, r.amount_minor, r.day
        FROM order_refunds r WHERE r.tenant = @tenant AND r.order_id = @order ORDER BY r.at, r.refund_id
        """;
}
