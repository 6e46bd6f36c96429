namespace XSight.Shopify;

internal sealed record OrderData(OrderNode? Order);
