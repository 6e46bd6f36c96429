namespace XSight.Shopify;

internal sealed record PhoneNode(string? PhoneNumber);
