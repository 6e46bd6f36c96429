namespace XSight.Shopify;

internal sealed record EmailNode(string? EmailAddress, string? MarketingState);
