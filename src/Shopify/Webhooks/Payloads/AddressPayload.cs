namespace XSight.Shopify;

/// <summary>A shipping or default address.</summary>
internal sealed class AddressPayload
{
    public string? City { get; set; }

    public string? Province { get; set; }

    public string? ProvinceCode { get; set; }

    public string? CountryCode { get; set; }
}
