namespace XSight.Shopify;

internal sealed record MoneyBagNode(MoneyNode? ShopMoney);
