namespace XSight.Shopify;

/// <summary>A refund of an order; its money is in its transactions.</summary>
internal sealed class RefundPayload
{
    public long? Id { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? ProcessedAt { get; set; }

    public TransactionPayload[]? Transactions { get; set; }
}
