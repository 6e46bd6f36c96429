namespace XSight.Shopify;

internal sealed record OrdersData(NodePage<OrderNode>? Orders);
