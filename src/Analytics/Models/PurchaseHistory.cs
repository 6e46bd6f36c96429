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
        var days = new int[orders.Length];
        var nets = new long[orders.Length];
        for (var i = 0; i < orders.Length; i++)
        {
            (days[i], nets[i]) = (orders[i].Day, orders[i].NetMinor);
        }

        Array.Sort(days, nets);
        return Of(days, nets, endDay);
    }

    /// <param name="days">Days of the counted orders, rising.</param>
    /// <param name="nets">Their nets, minor units.</param>
    /// <param name="endDay">The last day that is known.</param>
    public static PurchaseHistory? Of(ReadOnlySpan<int> days, ReadOnlySpan<long> nets, int endDay)
    {
        if (days.IsEmpty || days[0] > endDay)
        {
            return null;
        }

        const int OnStack = 256;
        var gaps = days.Length <= OnStack ? stackalloc int[days.Length] : new int[days.Length];
        var (x, repeatMinor, last) = (0, 0L, days[0]);
        for (var i = 0; i < days.Length && days[i] <= endDay; i++)
        {
            if (days[i] > last)
            {
                gaps[x++] = days[i] - last;
                last = days[i];
            }

            repeatMinor += days[i] > days[0] ? nets[i] : 0;
        }

        var firstGap = x == 0 ? (int?)null : gaps[0];
        return new PurchaseHistory(
            new PurchaseSummary(x, last - days[0], endDay - days[0]),
            new SpendSummary(x, x == 0 ? 0 : (double)repeatMinor / x),
            x == 0 ? null : Median(gaps[..x]),
            firstGap);
    }

    private static double Median(Span<int> values)
    {
        values.Sort();
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
    }
}
