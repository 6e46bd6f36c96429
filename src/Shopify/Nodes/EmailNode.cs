namespace XSight.Shopify;

internal sealed class EmailNode
{
    public string? EmailAddress { get; set; }

    public string? MarketingState { get; set; }
}
