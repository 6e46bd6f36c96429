namespace XSight.Shopify;

internal sealed record OrdersCountData(CountNode? OrdersCount);
