namespace XSight.Shopify;

/// <summary>What we keep of the body that all order topics share. Members are nullable throughout: the mapping says by name what is missing.</summary>
/// <remarks>Plain setters, as in <see cref="FactNode"/>: init-only members cost an array of boxed arguments.</remarks>
internal sealed class OrderPayload
{
    public long? Id { get; set; }

    public string? Name { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? ProcessedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }

    public bool? Test { get; set; }

    public string? FinancialStatus { get; set; }

    public string? SourceName { get; set; }

    /// <summary>The shop's, and of the amounts that have no set.</summary>
    public string? Currency { get; set; }

    public string? TotalPrice { get; set; }

    public MoneySetPayload? TotalPriceSet { get; set; }

    public string? CurrentTotalPrice { get; set; }

    public MoneySetPayload? CurrentTotalPriceSet { get; set; }

    public DiscountCodePayload[]? DiscountCodes { get; set; }

    public AddressPayload? ShippingAddress { get; set; }

    public CustomerPayload? Customer { get; set; }

    /// <summary>Whether the prices of the lines hold their taxes.</summary>
    public bool? TaxesIncluded { get; set; }

    public LinePayload[]? LineItems { get; set; }

    public RefundPayload[]? Refunds { get; set; }
}
