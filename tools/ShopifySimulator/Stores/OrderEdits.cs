namespace XSight.ShopifySimulator;

/// <summary>What happened to an order after it was placed.</summary>
internal sealed class OrderEdits
{
    public long? CancelledAt { get; set; }

    public string? CancelReason { get; set; }

    public string? FinancialStatus { get; set; }

    public IReadOnlyList<string>? Tags { get; set; }

    public string? Note { get; set; }

    public List<Refund> Refunds { get; } = [];
}
