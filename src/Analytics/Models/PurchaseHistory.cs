using XSight.Analytics.Facts;

namespace XSight.Analytics.Models;

/// <summary>A customer's purchases reduced to what the models take, as of the end of a day.</summary>
/// <param name="Purchases">Purchase days, in days.</param>
/// <param name="Spend">Repeat purchase days and their mean net, minor units.</param>
/// <param name="MedianGapDays">Between neighbouring purchase days; null for a one-time buyer.</param>
/// <param name="FirstGapDays">From the first purchase day to the second; null for a one-time buyer.</param>
public sealed record PurchaseHistory(PurchaseSummary Purchases, SpendSummary Spend, double? MedianGapDays, int? FirstGapDays)
{
    /// <summary>The wait for the second order, as <see cref="SurvivalCurve"/> takes it.</summary>
    public (int Days, bool Ended) SecondOrderWait => (FirstGapDays ?? (int)Purchases.Age, FirstGapDays is not null);

    public double DaysSinceLast => Purchases.Age - Purchases.LastAge;

    /// <summary>Null for somebody without an order by then.</summary>
    /// <param name="orders">Counted orders in any sequence; later ones than <paramref name="endDay"/> are not seen.</param>
    /// <param name="endDay">The last day that is known.</param>
    public static PurchaseHistory? Of(ReadOnlySpan<CountedOrder> orders, int endDay)
    {
        var known = new List<(int Day, long NetMinor)>(orders.Length);
        foreach (ref readonly var order in orders)
        {
            if (order.Day <= endDay)
            {
                known.Add((order.Day, order.NetMinor));
            }
        }

        if (known.Count == 0)
        {
            return null;
        }

        known.Sort();
        var gaps = new List<int>();
        var repeatMinor = 0L;
        var (first, last) = (known[0].Day, known[0].Day);
        foreach (var (day, netMinor) in known)
        {
            if (day > last)
            {
                gaps.Add(day - last);
                last = day;
            }

            repeatMinor += day > first ? netMinor : 0;
        }

        var x = gaps.Count;
        var firstGap = x == 0 ? 0 : gaps[0];
        return new PurchaseHistory(
            new PurchaseSummary(x, last - first, endDay - first),
            new SpendSummary(x, x == 0 ? 0 : (double)repeatMinor / x),
            x == 0 ? null : Median(gaps),
            x == 0 ? null : firstGap);
    }

    private static double Median(List<int> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
    }
}
