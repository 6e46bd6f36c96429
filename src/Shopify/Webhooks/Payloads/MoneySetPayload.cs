namespace XSight.Shopify;

/// <summary>An amount in the shop's currency; the customer's is of no use to us.</summary>
internal sealed class MoneySetPayload
{
    public ShopMoneyPayload? ShopMoney { get; set; }
}
