namespace XSight.Shopify;

internal sealed class MoneyBagNode
{
    public MoneyNode? ShopMoney { get; set; }
}
