namespace XSight.Shopify;

/// <summary>The store's own number of a data request.</summary>
internal sealed class DataRequestPayload
{
    public long? Id { get; set; }
}
