namespace XSight.Shopify;

/// <summary>A decimal string and its ISO 4217 code.</summary>
internal sealed class ShopMoneyPayload
{
    public string? Amount { get; set; }

    public string? CurrencyCode { get; set; }
}
