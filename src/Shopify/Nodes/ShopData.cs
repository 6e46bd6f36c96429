namespace XSight.Shopify;

internal sealed record ShopData(ShopNode? Shop, CountNode? CustomersCount, CountNode? OrdersCount);
