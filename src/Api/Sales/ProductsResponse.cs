using System.Globalization;
using XSight.Api.Http;

namespace XSight.Api.Sales;

/// <summary>The largest products of a range of days, what is bought together, and what customers spend later by their first product.</summary>
public sealed record ProductsResponse(
    DateTimeOffset AsOf,
    string Currency,
    string From,
    string To,
    int Count,
    string Net,
    IReadOnlyList<ProductFacts> Products,
    IReadOnlyList<PairFacts> Pairs,
    int LaterDays,
    FirstProductFacts FirstOfAll,
    IReadOnlyList<FirstProductFacts> FirstProducts)
{
    public static ProductsResponse Of(ProductReport products, FirstProductReport first)
    {
        var titles = products.Titles.Concat(first.Titles).DistinctBy(t => t.ProductId).ToDictionary(t => t.ProductId, t => t.Title);
        var currency = products.Stamp.Currency;
        return new ProductsResponse(
            products.Stamp.AsOf,
            currency,
            Days.ToIso(products.Query.FromDay)!,
            Days.ToIso(products.Query.ToDay)!,
            products.Count,
            CurrencyUnits.Format(products.NetMinor, currency),
            [.. products.Products.Select(p => ProductFacts.Of(p, titles, currency))],
            [.. products.Pairs.Select(p => PairFacts.Of(p, titles))],
            first.Query.LaterDays,
            FirstProductFacts.Of(first.All, titles, currency),
            [.. first.Products.Select(p => FirstProductFacts.Of(p, titles, currency))]);
    }

    /// <summary>Null stands for custom items and products the store no longer has.</summary>
    internal static string? IdOf(long product) => product == 0 ? null : product.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A product's sales by the days of its orders, after discounts and what came back, without taxes and shipping.</summary>
public sealed record ProductFacts(string? Id, string? Title, string Net, long Quantity, int Orders, int Buyers)
{
    public static ProductFacts Of(ProductRow row, Dictionary<long, string> titles, string currency) => new(
        ProductsResponse.IdOf(row.ProductId), titles.GetValueOrDefault(row.ProductId), CurrencyUnits.Format(row.NetMinor, currency), row.Quantity, row.Orders, row.Buyers);
}

/// <summary>Two products in one order. <c>confidence</c> is the share of the orders with the first that have the second, <c>reverseConfidence</c> the other way round.</summary>
public sealed record PairFacts(
    string? First, string? FirstTitle, string? Second, string? SecondTitle, int Orders, double Support, double Confidence, double ReverseConfidence, double Lift)
{
    public static PairFacts Of(ProductPair pair, Dictionary<long, string> titles) => new(
        ProductsResponse.IdOf(pair.FirstId),
        titles.GetValueOrDefault(pair.FirstId),
        ProductsResponse.IdOf(pair.SecondId),
        titles.GetValueOrDefault(pair.SecondId),
        pair.Orders,
        pair.Support,
        pair.FirstToSecond,
        pair.SecondToFirst,
        pair.Lift);
}

/// <summary>Customers who began with a product: how many came back within the days, and their mean net then and until now, first orders left out.</summary>
public sealed record FirstProductFacts(string? Id, string? Title, int Customers, int Repeaters, string? LaterNet, string? LaterNetUntilNow)
{
    public static FirstProductFacts Of(FirstProductRow row, Dictionary<long, string> titles, string currency) => new(
        ProductsResponse.IdOf(row.ProductId),
        titles.GetValueOrDefault(row.ProductId),
        row.Customers,
        row.Repeaters,
        SalesMoney.Mean(row.WithinMinor, row.Customers, currency),
        SalesMoney.Mean(row.LaterMinor, row.Customers, currency));
}
