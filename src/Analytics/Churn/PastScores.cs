using System.Collections.Immutable;
using XSight.Analytics.Facts;
using XSight.Analytics.Rfm;
using XSight.Analytics.Sales;

namespace XSight.Analytics.Churn;

/// <summary>
/// What scores were at the ends of past months: the thresholds of everybody who had ordered by then, from the orders up to that day as
/// they are known today. So an order that was refunded or cancelled since counts here as it counts now, and nothing is stored for it.
/// </summary>
public sealed class PastScores
{
    /// <summary>Two years of months.</summary>
    public const int MonthsMax = 24;

    private readonly ImmutableArray<MonthEnd> _ends;
    private readonly RfmProfileDefinition _profile;

    private PastScores(ImmutableArray<MonthEnd> ends, RfmProfileDefinition profile)
    {
        _ends = ends;
        _profile = profile;
    }

    /// <summary>Reads all orders once and every customer once a month: no work for a turn, callers run it aside.</summary>
    /// <param name="log">Everybody's orders.</param>
    /// <param name="today">The shop's day; the months before its own are scored.</param>
    /// <param name="profile">From scores to groups.</param>
    public static PastScores Of(PurchaseLog log, int today, RfmProfileDefinition profile)
    {
        var read = new int[log.Customers];
        var spent = new long[log.Customers];
        var (recency, frequency, monetary) = (new long[log.Customers], new long[log.Customers], new long[log.Customers]);
        var ends = ImmutableArray.CreateBuilder<MonthEnd>(MonthsMax);
        foreach (var day in MonthEndsBefore(today))
        {
            var eligible = 0;
            for (var row = 0; row < read.Length; row++)
            {
                var days = log.DaysAt(row);
                var nets = log.NetsAt(row);
                while (read[row] < days.Length && days[read[row]] <= day)
                {
                    spent[row] += nets[read[row]++];
                }

                if (read[row] > 0)
                {
                    (recency[eligible], frequency[eligible], monetary[eligible]) = (days[read[row] - 1], read[row], spent[row]);
                    eligible++;
                }
            }

            ends.Add(new MonthEnd(day, ThresholdsOf(recency.AsSpan(0, eligible)), ThresholdsOf(frequency.AsSpan(0, eligible)), ThresholdsOf(monetary.AsSpan(0, eligible))));
        }

        return new PastScores(ends.ToImmutable(), profile);
    }

    /// <summary>A customer's scores, oldest first; months that ended before the first order are left out.</summary>
    /// <param name="days">Days of the counted orders, rising.</param>
    /// <param name="nets">Their nets.</param>
    public ImmutableArray<ScorePoint> ScoresOf(ReadOnlySpan<int> days, ReadOnlySpan<long> nets)
    {
        var points = ImmutableArray.CreateBuilder<ScorePoint>();
        var (read, spent) = (0, 0L);
        foreach (var end in _ends)
        {
            while (read < days.Length && days[read] <= end.Day)
            {
                spent += nets[read++];
            }

            if (read > 0)
            {
                var (r, f, m) = (end.Recency.Score(days[read - 1]), end.Frequency.Score(read), end.Monetary.Score(spent));
                points.Add(new ScorePoint(end.Day, r, f, m, _profile.Groups[RfmProfileDefinition.IndexOf(r, f, m)]));
            }
        }

        return points.ToImmutable();
    }

    /// <summary>Last days of the months that are over, oldest first.</summary>
    private static IEnumerable<int> MonthEndsBefore(int today)
    {
        var month = ShopCalendar.DateOf(ShopCalendar.MonthOf(today));
        return Enumerable.Range(0, MonthsMax).Select(i => ShopCalendar.DayOf(month.AddMonths(1 + i - MonthsMax).AddDays(-1)));
    }

    /// <summary>The values at the places ceil(k·n/5); reorders them.</summary>
    private static Quintiles ThresholdsOf(Span<long> values)
    {
        if (values.IsEmpty)
        {
            return Quintiles.Empty;
        }

        // From the lowest threshold up, each is the least of ever fewer largest values.
        var n = values.Length;
        Span<long> thresholds = stackalloc long[Quintiles.Thresholds];
        for (var k = 1; k <= Quintiles.Thresholds; k++)
        {
            var largest = n - Quintiles.Place(k, n) + 1;
            thresholds[k - 1] = Selection.LeastOfLargest(values, largest);
            values = values[..largest];
        }

        return new Quintiles(thresholds[0], thresholds[1], thresholds[2], thresholds[3]);
    }

    private readonly record struct MonthEnd(int Day, Quintiles Recency, Quintiles Frequency, Quintiles Monetary);
}
