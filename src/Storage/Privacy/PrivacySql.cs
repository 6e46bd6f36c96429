namespace XSight.Storage;

/// <summary>Statements about persons.</summary>
internal static class PrivacySql
{
    public const string Customer =
        "SELECT c.first_name, c.last_name, c.email, c.phone FROM customers c WHERE c.tenant = @tenant AND c.customer_id = @customer";

    public const string OrdersOfCustomer =
        "SELECT o.order_id FROM orders o WHERE o.tenant = @tenant AND o.customer_id = @customer AND NOT o.deleted ORDER BY o.order_id";

    public const string CustomerOfOrder =
        "SELECT o.customer_id FROM orders o WHERE o.tenant = @tenant AND o.order_id = @order AND o.customer_id IS NOT NULL";

    public const string IsRedacted = "SELECT r.customer_id FROM customer_redactions r WHERE r.tenant = @tenant AND r.customer_id = @customer";

    private const string Item = $"w.inbox_seq, w.tenant, w.webhook_id, w.topic, w.triggered_at, w.received_at, w.attempts, {StoredBody.Columns}";

    /// <summary>States stand as words, so that the planner sees the partial indexes' conditions.</summary>
    public const string Deliveries = $"""
        SELECT * FROM (
            SELECT {Item} FROM webhook_inbox w {StoredBody.Join} WHERE w.state = 'waiting' AND w.tenant = @tenant AND w.inbox_seq > @after
            UNION ALL
            SELECT {Item} FROM webhook_inbox w {StoredBody.Join} WHERE w.state = 'dead' AND w.tenant = @tenant AND w.inbox_seq > @after) AS d
        ORDER BY d.inbox_seq LIMIT @limit
        """;

    /// <summary>The error of a dead letter may quote what is no longer there.</summary>
    public const string ReplaceDelivery = """
        INSERT INTO webhook_bodies (inbox_seq, body, unpacked_bytes)
        SELECT w.inbox_seq, @body, @unpacked FROM webhook_inbox w WHERE w.inbox_seq = @seq AND w.tenant = @tenant AND w.state <> 'done'
        ON CONFLICT (inbox_seq) DO UPDATE SET body = excluded.body, unpacked_bytes = excluded.unpacked_bytes;
        UPDATE webhook_inbox SET topic = @topic, body = NULL, unpacked_bytes = NULL, error = CASE WHEN state = 'dead' THEN @error END
        WHERE inbox_seq = @seq AND tenant = @tenant AND state <> 'done'
        """;

    public const string ReplacedError = "It failed before its person was erased; what is left asks the store.";

    public const string AddRequest = """
        INSERT INTO privacy_requests (tenant, request_id, store_request_id, requested_at, customer_ids, order_ids)
        VALUES (@tenant, @request, @store, @at, @customers, @orders)
        ON CONFLICT (tenant, request_id) DO NOTHING
        """;

    private const string RequestColumns = "p.request_id, p.store_request_id, p.requested_at, p.customer_ids, p.order_ids";

    public const string Requests =
        $"SELECT {RequestColumns} FROM privacy_requests p WHERE p.tenant = @tenant ORDER BY p.request_id DESC LIMIT @limit";

    public const string Request = $"SELECT {RequestColumns} FROM privacy_requests p WHERE p.tenant = @tenant AND p.request_id = @request";
}
