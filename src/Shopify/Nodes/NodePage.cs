namespace XSight.Shopify;

internal sealed record NodePage<TNode>(TNode[]? Nodes, PageInfoNode? PageInfo);
