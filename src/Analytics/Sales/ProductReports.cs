using System.Collections.Immutable;

namespace XSight.Analytics.Sales;

/// <summary>The largest products of a range of days, and which are bought together.</summary>
public static class ProductReports
{
    /// <exception cref="ArgumentException">The days are no range, or the limit is not one of <see cref="SalesLimits.RowsMax"/> rows.</exception>
    public static ProductReport Compute(SalesLedger ledger, ProductQuery query, SalesStamp stamp)
    {
        SalesRows.Check(query.Limit);
        var days = DayRange.Of(query.FromDay, query.ToDay, stamp);
        var tallies = ProductTallies.Of(ledger, days);
        return new ProductReport
        {
            Stamp = stamp,
            Query = query with { FromDay = days.From, ToDay = days.To },
            Products = Top(ledger, tallies, query),
            Pairs = ProductPairs.Top(ledger, days, tallies, query.Limit),
            NetMinor = tallies.Net.Sum(),
            Count = tallies.Orders.AsSpan(1).Length - tallies.Orders.AsSpan(1).Count(0),
        };
    }

    private static ImmutableArray<ProductRow> Top(SalesLedger ledger, ProductTallies tallies, ProductQuery query)
    {
        Func<int, long> size = query.Sort switch
        {
            ProductSort.Buyers => code => tallies.Buyers[code],
            ProductSort.Orders => code => tallies.Orders[code],
            ProductSort.Quantity => code => tallies.Quantity[code],
            _ => code => tallies.Net[code],
        };
        return
        [
            .. Enumerable.Range(0, tallies.Orders.Length)
                .Where(code => tallies.Orders[code] > 0)
                .OrderByDescending(size)
                .ThenBy(ledger.Codes.Products.IdOf)
                .Take(query.Limit)
                .Select(code => new ProductRow(ledger.Codes.Products.IdOf(code), tallies.Net[code], tallies.Quantity[code], tallies.Orders[code], tallies.Buyers[code])),
        ];
    }
}
