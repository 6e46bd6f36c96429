namespace XSight.Storage;

/// <summary>A webhook as it came, its signature checked and nothing else.</summary>
/// <param name="Tenant">Whose shop it is.</param>
/// <param name="WebhookId"><c>X-Shopify-Webhook-Id</c>: deliveries with the same one are the same.</param>
/// <param name="Topic">Such as <c>orders/create</c>.</param>
/// <param name="TriggeredAt"><c>X-Shopify-Triggered-At</c>, null when absent.</param>
/// <param name="ReceivedAt">When we had it.</param>
/// <param name="Body">The raw bytes.</param>
public sealed record InboxDelivery(TenantId Tenant, string WebhookId, string Topic, DateTimeOffset? TriggeredAt, DateTimeOffset ReceivedAt, ReadOnlyMemory<byte> Body)
{
    /// <summary>The trace it was accepted in, as W3C <c>traceparent</c>: whoever applies it continues that trace. Null when nobody was tracing.</summary>
    public string? TraceParent { get; init; }
}
