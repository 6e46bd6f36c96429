namespace XSight.Shopify;

/// <summary>The end of a bulk operation; its status in lower case.</summary>
internal sealed class BulkFinishPayload
{
    public string? AdminGraphqlApiId { get; set; }

    public string? Status { get; set; }
}
