namespace XSight.Shopify;

/// <summary>Queries/fragment-order.graphql.</summary>
internal sealed class OrderNode : FactNode
{
    public string? Name { get; init; }

    public DateTimeOffset? ProcessedAt { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    public bool? Test { get; init; }

    public string? DisplayFinancialStatus { get; init; }

    public string? SourceName { get; init; }

    public string[]? DiscountCodes { get; init; }

    public MoneyBagNode? TotalPriceSet { get; init; }

    public MoneyBagNode? CurrentTotalPriceSet { get; init; }

    public AddressNode? ShippingAddress { get; init; }

    public CustomerReference? Customer { get; init; }
}
