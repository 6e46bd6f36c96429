namespace XSight.Shopify;

/// <summary>A line's part of a discount.</summary>
internal sealed class DiscountAllocationPayload
{
    public string? Amount { get; set; }

    public MoneySetPayload? AmountSet { get; set; }
}
