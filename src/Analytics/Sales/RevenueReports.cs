using System.Collections.Immutable;

namespace XSight.Analytics.Sales;

/// <summary>Sales by period and the stretch before, by one scan over the ledger.</summary>
public static class RevenueReports
{
    /// <summary>Where a question leaves its first day open: a month of days, a quarter of weeks, a year of months and the one before it, …</summary>
    private static readonly ImmutableArray<int> UsualPeriods = [30, 13, 13, 8, 5];

    /// <exception cref="ArgumentException">The days are no range, or hold more than <see cref="SalesLimits.PeriodsMax"/> periods.</exception>
    public static RevenueReport Compute(SalesLedger ledger, RevenueQuery query, SalesStamp stamp)
    {
        var range = RangeOf(query, stamp);
        var periods = CalendarPeriods.Count(range.From, range.To, query.By);
        if (periods > SalesLimits.PeriodsMax)
        {
            throw new ArgumentException($"{periods} periods are more than {SalesLimits.PeriodsMax}.");
        }

        var before = new DayRange(CalendarPeriods.Back(range.From, query.By, periods), CalendarPeriods.Back(range.To, query.By, periods));
        var series = new PeriodSlots(new DayRange(before.From, range.To));
        series.Add(before, query.By);
        var split = series.Periods.Count;
        series.Add(range, query.By);
        var sums = RevenueSums.Scan(ledger, series, split, query.Refunds);
        return new RevenueReport
        {
            Stamp = stamp,
            Query = query with { FromDay = range.From, ToDay = range.To },
            Series = sums.Series,
            Previous = sums.Previous,
            Total = sums.Total,
            PreviousTotal = sums.PreviousTotal,
        };
    }

    private static DayRange RangeOf(RevenueQuery query, SalesStamp stamp)
    {
        var to = query.ToDay ?? Math.Max(stamp.Today, query.FromDay ?? stamp.Today);
        var from = query.FromDay ?? CalendarPeriods.Move(CalendarPeriods.StartOf(to, query.By), query.By, 1 - UsualPeriods[(int)query.By]);
        return DayRange.Of(from, to);
    }
}
