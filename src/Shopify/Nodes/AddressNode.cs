namespace XSight.Shopify;

internal sealed class AddressNode
{
    public string? City { get; set; }

    public string? ProvinceCode { get; set; }

    public string? CountryCodeV2 { get; set; }
}
