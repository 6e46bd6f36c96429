namespace XSight.ShopifySimulator;

/// <summary>What is invented about an order besides its sum: where it came from, tags, a discount code. Fixed by seed and order id.</summary>
internal sealed record OrderDetail(string SourceName, IReadOnlyList<string> DiscountCodes, IReadOnlyList<string> Tags, string Gateway)
{
    private const double Discounted = 0.18;
    private const double Tagged = 0.08;
    private static readonly string[] Sources = ["web", "web", "web", "web", "web", "web", "web", "pos", "pos", "shopify_draft_order"];
    private static readonly string[][] Codes = [["WELCOME10"], ["SPRING"], ["COMEBACK"], ["FRIENDS"], ["VINYL5"]];
    private static readonly string[][] TagPool = [["gift"], ["express"], ["pre-order"]];
    private static readonly string[] Gateways = ["shopify_payments", "shopify_payments", "shopify_payments", "paypal", "manual"];

    /// <summary>The part of the list price that a discount code takes off.</summary>
    public const int DiscountPercent = 10;

    public static OrderDetail Of(Store store, Order order)
    {
        var random = StableRandom.For(store.Seed, order.Id, Purpose.OrderDetail);
        var source = random.Pick<string>(Sources);
        var codes = store.Orders.Total[order.Row] > 0 && random.Chance(Discounted) ? random.Pick<string[]>(Codes) : [];
        var tags = random.Chance(Tagged) ? random.Pick<string[]>(TagPool) : [];
        return new OrderDetail(source, codes, tags, random.Pick<string>(Gateways));
    }
}
