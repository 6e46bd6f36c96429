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

        var tallies = new CohortTally[cells];
        var sizes = new int[groups.Segments.Length * cohorts];
        Scan(ledger, groups, periods, tallies, sizes);
        return new CohortReport
        {
            Stamp = stamp,
            Query = groups.Query,
            Segments = groups.Segments,
            Cohorts = [.. Rows(groups, periods, tallies, sizes)],
        };
    }

    private static void Scan(SalesLedger ledger, CohortGroups groups, PeriodSlots periods, CohortTally[] tallies, int[] sizes)
    {
        var (rows, arena) = (ledger.Rows, ledger.Arena);
        var (cohorts, ages) = (groups.Cohorts.Periods.Count, periods.Periods.Count);
        var byRefund = groups.Query.Refunds is RefundDating.Refund;
        for (var row = 0; row < groups.CohortOfRow.Length; row++)
        {
            var cohort = groups.CohortOfRow[row];
            if (cohort == CohortGroups.Nobody)
            {
                continue;
            }

            var group = (groups.SegmentOfRow[row] * cohorts) + cohort;
            sizes[group]++;
            var (start, end) = (rows.Starts[row], rows.Starts[row] + rows.Counted[row]);
            var cells = tallies.AsSpan(group * ages, ages);
            AddOrders(arena, start, end, cohort, periods, cells);
            if (byRefund && arena.RefundEnds[end - 1] > arena.RefundStart(start))
            {
                MoveRefunds(arena, start, end, cohort, periods, cells);
            }
        }
    }

    /// <summary>Cohorts and ages are cut from the same first day, so a period's number less the cohort's is the age.</summary>
    private static void AddOrders(OrderArena arena, int start, int end, int cohort, PeriodSlots periods, Span<CohortTally> cells)
    {
        var counted = PeriodSlots.Outside;
        for (var order = start; order < end; order++)
        {
            var period = periods.Of(arena.Days[order]);
            if (period == PeriodSlots.Outside)
            {
                continue;
            }

            ref var cell = ref cells[period - cohort];
            cell.Orders++;
            cell.Net += arena.Net[order];
            cell.Active += period == counted ? 0 : 1;
            counted = period;
        }
    }

    /// <summary>From the age of the order to that of the refund; one dated before the first order stays at age 0.</summary>
    private static void MoveRefunds(OrderArena arena, int start, int end, int cohort, PeriodSlots periods, Span<CohortTally> cells)
    {
        var refund = arena.RefundStart(start);
        for (var order = start; order < end; order++)
        {
            var ordered = periods.Of(arena.Days[order]);
            for (; refund < arena.RefundEnds[order]; refund++)
            {
                var day = Math.Max(arena.RefundDays[refund], arena.Days[start]);
                var refunded = periods.Of(day);
                var amount = arena.RefundAmounts[refund];
                if (ordered != PeriodSlots.Outside)
                {
                    cells[ordered - cohort].Net += amount;
                }

                if (refunded != PeriodSlots.Outside)
                {
                    cells[refunded - cohort].Net -= amount;
                }
            }
        }
    }

    private static IEnumerable<CohortRow> Rows(CohortGroups groups, PeriodSlots periods, CohortTally[] tallies, int[] sizes)
    {
        var (cohorts, ages) = (groups.Cohorts.Periods.Count, periods.Periods.Count);
        for (var group = 0; group < sizes.Length; group++)
        {
            if (sizes[group] == 0)
            {
                continue;
            }

            var cohort = group % cohorts;
            var days = groups.Cohorts.Periods[cohort];
            var cells = ImmutableArray.CreateBuilder<CohortAge>(ages - cohort);
            var cumulative = 0L;
            for (var age = 0; age < ages - cohort; age++)
            {
                ref readonly var cell = ref tallies[(group * ages) + age];
                cumulative += cell.Net;
                var period = periods.Periods[cohort + age];
                cells.Add(new CohortAge(age, period.From, period.To, cell.Active, cell.Orders, cell.Net, cumulative));
            }

            yield return new CohortRow(days.From, days.To, group / cohorts, sizes[group], cells.MoveToImmutable());
        }
    }
}
