using System.Buffers;
using System.Collections.Immutable;

namespace XSight.Analytics.Sales;

/// <summary>What part of the net the best customers bring.</summary>
public static class ConcentrationReports
{
    private static readonly ImmutableArray<int> Percents = [1, 5, 10, 20];

    /// <exception cref="ArgumentException">The days are no range.</exception>
    public static ConcentrationReport Compute(SalesLedger ledger, ConcentrationQuery query, SalesStamp stamp)
    {
        var days = DayRange.Of(query.FromDay, query.ToDay, stamp);
        var lent = ArrayPool<long>.Shared.Rent(ledger.Rows.End);
        try
        {
            CustomerNets.Scan(ledger, days, lent);
            var rows = lent.AsSpan(0, ledger.Rows.End);
            var nets = CustomerNets.OfBuyers(rows, rows);
            return new ConcentrationReport
            {
                Stamp = stamp,
                Query = new ConcentrationQuery(days.From, days.To),
                Customers = nets.Length,
                NetMinor = Sum(nets),
                Top = nets.IsEmpty ? [] : Top(nets),
            };
        }
        finally
        {
            ArrayPool<long>.Shared.Return(lent);
        }
    }

    /// <summary>Widest first: each narrower top is within the one before it, so less and less is left to look through.</summary>
    private static ImmutableArray<TopShare> Top(Span<long> nets)
    {
        var shares = new TopShare[Percents.Length];
        var top = nets;
        for (var at = Percents.Length - 1; at >= 0; at--)
        {
            var customers = TopCustomers.CountOf(nets.Length, Percents[at]);
            var least = Selection.LeastOfLargest(top, customers);
            top = top[..customers];
            shares[at] = new TopShare(Percents[at], customers, Sum(top), least);
        }

        return [.. shares];
    }

    private static long Sum(ReadOnlySpan<long> nets)
    {
        var sum = 0L;
        foreach (var net in nets)
        {
            sum += net;
        }

        return sum;
    }
}
