using System.Collections.Immutable;

namespace XSight.Analytics.Sales;

/// <summary>The customers of a cohort report by row of the ledger: their cohort, and their segment of the split.</summary>
internal sealed class CohortGroups
{
    public const int Nobody = -1;

    private CohortGroups(CohortQuery query, PeriodSlots cohorts, int[] cohortOfRow, byte[] segmentOfRow, ImmutableArray<CohortSegment> segments)
    {
        Query = query;
        Cohorts = cohorts;
        CohortOfRow = cohortOfRow;
        SegmentOfRow = segmentOfRow;
        Segments = segments;
    }

    /// <summary>With its days filled in.</summary>
    public CohortQuery Query { get; }

    public PeriodSlots Cohorts { get; }

    /// <summary><see cref="Nobody"/> for buyers of no cohort.</summary>
    public int[] CohortOfRow { get; }

    /// <summary>Meaningless for buyers of no cohort.</summary>
    public byte[] SegmentOfRow { get; }

    public ImmutableArray<CohortSegment> Segments { get; }

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
        var (rows, arena) = (ledger.Rows, ledger.Arena);
        var (cohortOfRow, codeOfRow) = (new int[rows.End], new int[query.Split is CohortSplit.None ? 0 : rows.End]);
        for (var row = 0; row < rows.End; row++)
        {
            var start = rows.Starts[row];
            var isCustomer = rows.Counted[row] > 0 && rows.Buyers[row] > 0;
            cohortOfRow[row] = isCustomer ? cohorts.Of(arena.Days[start]) : Nobody;
            if (codeOfRow.Length > 0 && cohortOfRow[row] != Nobody)
            {
                codeOfRow[row] = FirstOrders.CodeOf(arena, start, query.Split);
            }
        }

        var segments = SplitSegments.Of(ledger.Codes, query.Split, cohortOfRow, codeOfRow);
        var filled = query with { FromDay = range.From, ToDay = range.To };
        return new CohortGroups(filled, cohorts, cohortOfRow, segments.OfRows(codeOfRow, rows.End), segments.Segments);
    }

    private static DayRange RangeOf(CohortQuery query, SalesStamp stamp)
    {
        var asked = DayRange.Of(query.FromDay, query.ToDay, stamp);
        var newest = CalendarPeriods.Move(CalendarPeriods.StartOf(asked.To, query.By), query.By, 1 - SalesLimits.CohortsMax);
        return asked with { From = Math.Max(asked.From, newest) };
    }
}
