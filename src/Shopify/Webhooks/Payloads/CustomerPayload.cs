namespace XSight.Shopify;

/// <summary>A customer, on its own or within an order.</summary>
internal sealed class CustomerPayload
{
    public long? Id { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary>Gone since 2025-01, as is <see cref="EmailMarketingConsent"/>.</summary>
    public string? Tags { get; set; }

    public ConsentPayload? EmailMarketingConsent { get; set; }

    public AddressPayload? DefaultAddress { get; set; }
}
