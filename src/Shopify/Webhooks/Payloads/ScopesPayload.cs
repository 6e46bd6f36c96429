namespace XSight.Shopify;

/// <summary>The scopes a merchant has granted.</summary>
internal sealed class ScopesPayload
{
    public string[]? Current { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
