namespace XSight.ShopifySimulator;

/// <summary>Money as the schema has it: an amount, and the same in the shop's and the customer's currency, which are one here.</summary>
internal static class MoneyTypes
{
    public static ObjectType<Money> MoneyV2 { get; } = new ObjectType<Money>("MoneyV2")
        .Scalar("amount", "Decimal!", (money, writer) => money.WriteDecimal(writer))
        .Text("currencyCode", "CurrencyCode!", money => money.Currency.Code);

    public static ObjectType<Money> MoneyBag { get; } = new ObjectType<Money>("MoneyBag")
        .Object("shopMoney", "MoneyV2!", MoneyV2, money => money)
        .Object("presentmentMoney", "MoneyV2!", MoneyV2, money => money);

    public static ObjectType<T> Bag<T>(this ObjectType<T> type, string name, Func<T, Money> money)
        where T : class => type.Object(name, "MoneyBag!", MoneyBag, source => money(source));

    /// <summary>One that the schema allows to be null, although it never is here.</summary>
    public static ObjectType<T> NullableBag<T>(this ObjectType<T> type, string name, Func<T, Money> money)
        where T : class => type.Object(name, "MoneyBag", MoneyBag, source => money(source));
}
