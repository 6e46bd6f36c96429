namespace XSight.Shopify;

/// <summary>An edit, by its order.</summary>
internal sealed class OrderEditPayload
{
    public long? OrderId { get; set; }
}
