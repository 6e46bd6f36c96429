namespace XSight.Shopify;

/// <summary>Whom a privacy topic is about.</summary>
internal sealed class PersonPayload
{
    public long? Id { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }
}
