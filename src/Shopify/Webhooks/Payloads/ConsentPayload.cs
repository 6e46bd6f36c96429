namespace XSight.Shopify;

/// <summary>Whether marketing is welcome.</summary>
internal sealed class ConsentPayload
{
    public string? State { get; set; }
}
