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
