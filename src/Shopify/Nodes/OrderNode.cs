namespace XSight.Shopify;

/// <summary>Queries/fragment-order.graphql.</summary>
internal sealed class OrderNode : FactNode
{
    public string? Name { get; set; }

    public DateTimeOffset? ProcessedAt { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }

    public bool? Test { get; set; }

    public string? DisplayFinancialStatus { get; set; }

    public string? SourceName { get; set; }

    public string[]? DiscountCodes { get; set; }

    public MoneyBagNode? TotalPriceSet { get; set; }

    public MoneyBagNode? CurrentTotalPriceSet { get; set; }

    public AddressNode? ShippingAddress { get; set; }

    public NodeReference? Customer { get; set; }

    public RefundNode[]? Refunds { get; set; }

    /// <summary>Of a page; a bulk result has them as lines of their own.</summary>
    public NodePage<LineNode>? LineItems { get; set; }
}
