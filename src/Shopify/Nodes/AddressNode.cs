namespace XSight.Shopify;

internal sealed record AddressNode(string? City, string? ProvinceCode, string? CountryCodeV2);
