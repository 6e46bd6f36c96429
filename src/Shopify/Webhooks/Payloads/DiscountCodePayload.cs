namespace XSight.Shopify;

/// <summary>A code that the customer entered.</summary>
internal sealed class DiscountCodePayload
{
    public string? Code { get; set; }
}
