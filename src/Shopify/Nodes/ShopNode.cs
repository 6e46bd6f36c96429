namespace XSight.Shopify;

internal sealed record ShopNode(string? Name, string? MyshopifyDomain, string? CurrencyCode, string? IanaTimezone);
