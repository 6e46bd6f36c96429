namespace XSight.Shopify;

/// <summary>What the three mandatory privacy topics have in common.</summary>
internal sealed class PrivacyPayload
{
    public long? ShopId { get; set; }

    public string? ShopDomain { get; set; }

    public PersonPayload? Customer { get; set; }

    public long[]? OrdersRequested { get; set; }

    public long[]? OrdersToRedact { get; set; }

    public DataRequestPayload? DataRequest { get; set; }
}
