namespace XSight.Shopify;

internal sealed record PageInfoNode(bool? HasNextPage, string? EndCursor);
