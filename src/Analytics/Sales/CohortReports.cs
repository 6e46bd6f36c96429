using System.Collections.Immutable;

namespace XSight.Analytics.Sales;

/// <summary>Customers by the period of their first counted order and what they did in each period since, by two scans over the ledger.</summary>
public static class CohortReports
{
    /// <summary>Cells of all segments: more would be a picture nobody reads, and an answer of many megabytes.</summary>
    public const int CellsMax = 2_000_000;

    /// <exception cref="ArgumentException">The days are no range, the period is a day, or there would be more than <see cref="CellsMax"/> cells.</exception>
    public static CohortReport Compute(SalesLedger ledger, CohortQuery query, SalesStamp stamp)
    {
        var groups = CohortGroups.Of(ledger, query, stamp);
        var (from, by) = (groups.Query.FromDay!.Value, query.By);
        var seen = new DayRange(from, Math.Max(groups.Query.ToDay!.Value, CalendarPeriods.EndOf(Math.Max(stamp.Today, from), by)));
        var periods = new PeriodSlots(seen);
        periods.Add(seen, by);
        var cohorts = groups.Cohorts.Periods.Count;
        var cells = (long)groups.Segments.Length * cohorts * periods.Periods.Count;
        if (cells > CellsMax)
        {
            throw new ArgumentException($"{cells} cells are more than {CellsMax}.");
        }

        var cube = CohortCube.Scan(ledger, groups, periods);
        return new CohortReport
        {
            Stamp = stamp,
            Query = groups.Query,
            Segments = groups.Segments,
            Cohorts = [.. Rows(groups, periods, cube)],
        };
    }

    private static IEnumerable<CohortRow> Rows(CohortGroups groups, PeriodSlots periods, CohortCube cube)
    {
        var (cohorts, ages) = (groups.Cohorts.Periods.Count, periods.Periods.Count);
        for (var group = 0; group < cube.Sizes.Length; group++)
        {
            if (cube.Sizes[group] == 0)
            {
                continue;
            }

            var cohort = group % cohorts;
            var days = groups.Cohorts.Periods[cohort];
            var cells = ImmutableArray.CreateBuilder<CohortAge>(ages - cohort);
            var cumulative = 0L;
            for (var age = 0; age < ages - cohort; age++)
            {
                ref readonly var cell = ref cube.AgesOf(group)[age];
                cumulative += cell.Net;
                var period = periods.Periods[cohort + age];
                cells.Add(new CohortAge(age, period.From, period.To, cell.Active, cell.Orders, cell.Net, cumulative));
            }

            yield return new CohortRow(days.From, days.To, group / cohorts, cube.Sizes[group], cells.MoveToImmutable());
        }
    }
}
