namespace XSight.Shopify;

internal sealed record CustomerData(CustomerNode? Customer);
