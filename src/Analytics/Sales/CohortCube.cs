namespace XSight.Analytics.Sales;

/// <summary>The cells of a cohort report while a scan adds them up: by segment and cohort, which together are a group, and by age.</summary>
internal sealed class CohortCube
{
    private readonly CohortGroups _groups;
    private readonly PeriodSlots _periods;
    private readonly CohortTally[] _cells;

    private CohortCube(CohortGroups groups, PeriodSlots periods)
    {
        (_groups, _periods) = (groups, periods);
        Sizes = new int[groups.Segments.Length * groups.Cohorts.Periods.Count];
        _cells = new CohortTally[Sizes.Length * periods.Periods.Count];
    }

    /// <summary>Customers by group: the number of the segment times that of all cohorts, plus the cohort's.</summary>
    public int[] Sizes { get; }

    public Span<CohortTally> AgesOf(int group) => _cells.AsSpan(group * _periods.Periods.Count, _periods.Periods.Count);

    /// <param name="ledger">The orders.</param>
    /// <param name="groups">Who is in which group.</param>
    /// <param name="periods">Cut from the same first day as the cohorts, so a period's number less the cohort's is the age.</param>
    public static CohortCube Scan(SalesLedger ledger, CohortGroups groups, PeriodSlots periods) => StretchScan.Run(
        ledger,
        () => new CohortCube(groups, periods),
        (cube, from, to) => cube.AddRows(ledger, from, to),
        (cube, others) => cube.Add(others));

    private void AddRows(SalesLedger ledger, int from, int to)
    {
        var (rows, arena) = (ledger.Rows, ledger.Arena);
        var cohorts = _groups.Cohorts.Periods.Count;
        var byRefund = _groups.Query.Refunds is RefundDating.Refund;
        for (var row = from; row < to; row++)
        {
            var cohort = _groups.CohortOf(row);
            if (cohort == CohortGroups.Nobody)
            {
                continue;
            }

            var group = (_groups.SegmentOf(row) * cohorts) + cohort;
            Sizes[group]++;
            var (start, end) = (rows.Starts[row], rows.Starts[row] + rows.Counted[row]);
            var cells = AgesOf(group);
            AddOrders(arena, start, end, cohort, cells);
            if (byRefund && arena.RefundEnds[end - 1] > arena.RefundStart(start))
            {
                MoveRefunds(arena, start, end, cohort, cells);
            }
        }
    }

    private void AddOrders(OrderArena arena, int start, int end, int cohort, Span<CohortTally> cells)
    {
        var counted = PeriodSlots.Outside;
        for (var order = start; order < end; order++)
        {
            var period = _periods.Of(arena.Days[order]);
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
    private void MoveRefunds(OrderArena arena, int start, int end, int cohort, Span<CohortTally> cells)
    {
        var refund = arena.RefundStart(start);
        for (var order = start; order < end; order++)
        {
            var ordered = _periods.Of(arena.Days[order]);
            for (; refund < arena.RefundEnds[order]; refund++)
            {
                var day = Math.Max(arena.RefundDays[refund], arena.Days[start]);
                var refunded = _periods.Of(day);
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

    private void Add(CohortCube others)
    {
        for (var group = 0; group < Sizes.Length; group++)
        {
            Sizes[group] += others.Sizes[group];
        }

        for (var cell = 0; cell < _cells.Length; cell++)
        {
            _cells[cell].Add(others._cells[cell]);
        }
    }
}
