using System.Collections.Immutable;

namespace XSight.Analytics.Sales;

/// <summary>What part of the net the best customers bring.</summary>
public static class ConcentrationReports
{
    private const int Hundred = 100;

    private static readonly ImmutableArray<int> Percents = [1, 5, 10, 20];

    /// <exception cref="ArgumentException">The days are no range.</exception>
    public static ConcentrationReport Compute(SalesLedger ledger, ConcentrationQuery query, SalesStamp stamp)
    {
        var days = DayRange.Of(query.FromDay, query.ToDay, stamp);
        var nets = NetsOf(ledger, days);
        var total = 0L;
        foreach (var net in nets)
        {
            total += net;
        }

        return new ConcentrationReport
        {
            Stamp = stamp,
            Query = new ConcentrationQuery(days.From, days.To),
            Customers = nets.Length,
            NetMinor = total,
            Top = nets.IsEmpty ? [] : Top(nets),
        };
    }

    private static Span<long> NetsOf(SalesLedger ledger, DayRange days)
    {
        var nets = new long[ledger.Buyers];
        var count = 0;
        foreach (var orders in ledger.CountedCustomers)
        {
            var (net, bought) = (0L, false);
            for (var order = 0; order < orders.Count; order++)
            {
                if (days.Contains(orders.Days[order]))
                {
                    net += orders.NetMinor[order];
                    bought = true;
                }
            }

            nets[count] = net;
            count += bought ? 1 : 0;
        }

        return nets.AsSpan(0, count);
    }

    /// <summary>Widest first: each narrower top is within the one before it, so less and less is left to look through.</summary>
    private static ImmutableArray<TopShare> Top(Span<long> nets)
    {
        var shares = new TopShare[Percents.Length];
        var top = nets;
        for (var at = Percents.Length - 1; at >= 0; at--)
        {
            var customers = (int)((((long)nets.Length * Percents[at]) + Hundred - 1) / Hundred);
            Selection.LargestFirst(top, customers);
            top = top[..customers];
            var (net, least) = (0L, long.MaxValue);
            foreach (var value in top)
            {
                net += value;
                least = Math.Min(least, value);
            }

            shares[at] = new TopShare(Percents[at], customers, net, least);
        }

        return [.. shares];
    }
}
