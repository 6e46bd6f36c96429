namespace XSight.Shopify;

internal sealed record CountNode(long? Count, string? Precision = null);
