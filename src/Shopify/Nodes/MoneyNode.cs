namespace XSight.Shopify;

/// <summary>A decimal string and its ISO 4217 code.</summary>
internal sealed class MoneyNode
{
    public string? Amount { get; set; }

    public string? CurrencyCode { get; set; }
}
