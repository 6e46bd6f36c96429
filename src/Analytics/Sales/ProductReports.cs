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
        var tallies = ProductTallies.Scan(ledger, days);
        return new ProductReport
        {
            Stamp = stamp,
            Query = query with { FromDay = days.From, ToDay = days.To },
            Products = Top(ledger, tallies, query),
            Pairs = ProductPairs.Top(ledger, days, tallies, query.Limit),
            NetMinor = tallies.Of.Sum(tally => tally.Net),
            Count = tallies.Of.Skip(1).Count(tally => tally.Orders > 0),
        };
    }

    private static ImmutableArray<ProductRow> Top(SalesLedger ledger, ProductTallies tallies, ProductQuery query)
    {
        Func<int, long> size = query.Sort switch
        {
            ProductSort.Buyers => code => tallies.Of[code].Buyers,
            ProductSort.Orders => code => tallies.Of[code].Orders,
            ProductSort.Quantity => code => tallies.Of[code].Quantity,
            _ => code => tallies.Of[code].Net,
        };
        return
        [
            .. Enumerable.Range(0, tallies.Of.Length)
                .Where(code => tallies.Of[code].Orders > 0)
                .OrderByDescending(size)
                .ThenBy(ledger.Codes.Products.IdOf)
                .Take(query.Limit)
                .Select(code => new ProductRow(ledger.Codes.Products.IdOf(code), tallies.Of[code].Net, tallies.Of[code].Quantity, tallies.Of[code].Orders, tallies.Of[code].Buyers)),
        ];
    }
}
