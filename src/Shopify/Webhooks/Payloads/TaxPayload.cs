namespace XSight.Shopify;

/// <summary>A tax on a line.</summary>
internal sealed class TaxPayload
{
    public string? Price { get; set; }

    public MoneySetPayload? PriceSet { get; set; }
}
