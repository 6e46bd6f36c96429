using System.Collections.Immutable;

namespace XSight.Analytics.Sales;

/// <summary>The customers of a cohort report by row of the ledger: their cohort, and their segment of the split.</summary>
internal sealed class CohortGroups
{
    public const int Nobody = PeriodSlots.Outside;

    private readonly SalesLedger _ledger;
    private readonly SplitSegments _segments;

    private CohortGroups(SalesLedger ledger, CohortQuery query, PeriodSlots cohorts)
    {
        _ledger = ledger;
        Query = query;
        Cohorts = cohorts;
        _segments = SplitSegments.Of(ledger.Codes, query.Split, CustomersByCode());
    }

    /// <summary>With its days filled in.</summary>
    public CohortQuery Query { get; }

    public PeriodSlots Cohorts { get; }

    public ImmutableArray<CohortSegment> Segments => _segments.Segments;

    /// <exception cref="ArgumentException">The days are no range, or the period is a day.</exception>
    public static CohortGroups Of(SalesLedger ledger, CohortQuery query, SalesStamp stamp)
    {
        if (query.By is CalendarPeriod.Day)
        {
            throw new ArgumentException("Cohorts are by week, month, quarter or year.");
        }

        var range = RangeOf(query, stamp);
        var cohorts = new PeriodSlots(range);
        cohorts.Add(range, query.By);
        return new CohortGroups(ledger, query with { FromDay = range.From, ToDay = range.To }, cohorts);
    }

    /// <summary><see cref="Nobody"/> for buyers of no cohort.</summary>
    public int CohortOf(int row) =>
        _ledger.IsCountedCustomer(row) ? Cohorts.Of(_ledger.Rows.FirstDays[row]) : Nobody;

    /// <summary>Of a customer of a cohort.</summary>
    public int SegmentOf(int row) => Query.Split is CohortSplit.None ? 0 : _segments.OfCode(CodeOf(row));

    private int CodeOf(int row) => FirstOrders.CodeOf(_ledger, row, Query.Split);

    private int[] CustomersByCode() => StretchScan.Run(
        _ledger,
        () => new int[SplitSegments.CodesEnd(_ledger.Codes, Query.Split)],
        (customers, from, to) =>
        {
            for (var row = from; row < to; row++)
            {
                if (CohortOf(row) != Nobody)
                {
                    customers[CodeOf(row)]++;
                }
            }
        },
        Tallies.Add);

    private static DayRange RangeOf(CohortQuery query, SalesStamp stamp)
    {
        var asked = DayRange.Of(query.FromDay, query.ToDay, stamp);
        var newest = CalendarPeriods.Move(CalendarPeriods.StartOf(asked.To, query.By), query.By, 1 - SalesLimits.CohortsMax);
        return asked with { From = Math.Max(asked.From, newest) };
    }
}
