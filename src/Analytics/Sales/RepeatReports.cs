using System.Collections.Immutable;

namespace XSight.Analytics.Sales;

/// <summary>Second and third orders and the days until they came.</summary>
public static class RepeatReports
{
    /// <summary>First days of the buckets: a week, two, a month, two, a quarter, half a year, a year.</summary>
    private static readonly ImmutableArray<int> BucketStarts = [0, 8, 15, 31, 61, 91, 181, 366];

    /// <exception cref="ArgumentException">The days are no range.</exception>
    public static RepeatReport Compute(SalesLedger ledger, RepeatQuery query, SalesStamp stamp)
    {
        var days = DayRange.Of(query.FromDay, query.ToDay, stamp);
        var gaps = RepeatGaps.Scan(ledger, days);
        return new RepeatReport
        {
            Stamp = stamp,
            Query = new RepeatQuery(days.From, days.To),
            Customers = gaps.Customers,
            FirstToSecond = FiguresOf(gaps.Second),
            SecondToThird = FiguresOf(gaps.Third),
        };
    }

    /// <param name="byDays">Customers by the days they took.</param>
    private static GapFigures FiguresOf(int[] byDays)
    {
        var customers = byDays.Sum();
        var buckets = BucketStarts.Select((from, at) =>
        {
            var next = at + 1 < BucketStarts.Length ? BucketStarts[at + 1] : default(int?);
            var end = Math.Min(byDays.Length, next ?? int.MaxValue);
            var count = from < end ? byDays[from..end].Sum() : 0;
            return new GapBucket(from, next - 1, count);
        });
        return new GapFigures(customers, Quartile(byDays, customers, 1), Quartile(byDays, customers, 2), Quartile(byDays, customers, 3), [.. buckets]);
    }

    /// <summary>The smallest number of days within which that many quarters of the customers came.</summary>
    private static int? Quartile(int[] byDays, int customers, int quarters)
    {
        const int Quarters = 4;
        if (customers == 0)
        {
            return null;
        }

        var needed = (((long)customers * quarters) + Quarters - 1) / Quarters;
        var seen = 0L;
        var days = 0;
        while ((seen += byDays[days]) < needed)
        {
            days++;
        }

        return days;
    }
}
