using System.Collections.Immutable;

namespace XSight.Analytics.Sales;

/// <summary>
/// Sales by period, and of the range and the stretch before it as wholes: who is new in a month may be returning in its second week, so
/// a whole is not the sum of its periods. One scan adds up both.
/// </summary>
internal sealed class RevenueSums
{
    private readonly PeriodSlots _slots;
    private readonly int _split;
    private readonly RevenueTally[] _periods;
    private RevenueTally _before;
    private RevenueTally _range;

    /// <param name="slots">First the periods of the stretch before, then those of the range.</param>
    /// <param name="split">The number of the range's first period.</param>
    public RevenueSums(PeriodSlots slots, int split)
    {
        (_slots, _split) = (slots, split);
        _periods = new RevenueTally[slots.Periods.Count];
        for (var slot = 0; slot < _periods.Length; slot++)
        {
            _periods[slot].FromDay = slots.Periods[slot].From;
        }

        (_before.FromDay, _range.FromDay) = (slots.Periods[0].From, slots.Periods[split].From);
    }

    public ImmutableArray<RevenueRow> Previous => [.. _periods.Take(_split).Select((tally, slot) => tally.ToRow(_slots.Periods[slot]))];

    public ImmutableArray<RevenueRow> Series => [.. _periods.Skip(_split).Select((tally, at) => tally.ToRow(_slots.Periods[_split + at]))];

    public RevenueRow PreviousTotal => _before.ToRow(new DayRange(_before.FromDay, _slots.Periods[_split - 1].To));

    public RevenueRow Total => _range.ToRow(new DayRange(_range.FromDay, _slots.Periods[^1].To));

    public static RevenueSums Scan(SalesLedger ledger, PeriodSlots slots, int split, RefundDating dating) => StretchScan.Run(
        ledger,
        () => new RevenueSums(slots, split),
        (sums, from, to) => sums.AddRows(ledger, from, to, dating),
        (sums, others) => sums.Add(others));

    private void AddRows(SalesLedger ledger, int from, int to, RefundDating dating)
    {
        var (rows, arena) = (ledger.Rows, ledger.Arena);
        var (counts, lastDays, firstDay) = (rows.Counted, rows.LastDays, _slots.FirstDay);
        for (var row = from; row < to; row++)
        {
            if (lastDays[row] < firstDay || counts[row] == 0)
            {
                continue;
            }

            var (start, end) = (rows.Starts[row], rows.Starts[row] + counts[row]);
            var first = rows.Buyers[row] < 0 ? default(int?) : rows.FirstDays[row];
            AddOrders(arena, start, end, first);
            if (dating is RefundDating.Refund && arena.RefundEnds[end - 1] > arena.RefundStart(start))
            {
                MoveRefunds(arena, start, end, first);
            }
        }
    }

    /// <summary>A buyer's orders come by day, so all of one period come together and the customer is counted at the first of them.</summary>
    private void AddOrders(OrderArena arena, int start, int end, int? first)
    {
        var counted = PeriodSlots.Outside;
        for (var order = start; order < end; order++)
        {
            var slot = _slots.Of(arena.Days[order]);
            if (slot == PeriodSlots.Outside)
            {
                continue;
            }

            ref var period = ref _periods[slot];
            ref var whole = ref WholeOf(slot);
            var gross = arena.Gross[order];
            var reduction = gross - arena.Net[order];
            period.AddOrder(first, gross, reduction);
            whole.AddOrder(first, gross, reduction);
            if (slot != counted && first is { } day)
            {
                period.AddCustomer(day);
                if (counted == PeriodSlots.Outside || counted < _split != slot < _split)
                {
                    whole.AddCustomer(day);
                }

                counted = slot;
            }
        }
    }

    /// <summary>Moves each refund from its order's day, where <see cref="AddOrders"/> took it off with everything else, to its own.</summary>
    private void MoveRefunds(OrderArena arena, int start, int end, int? first)
    {
        var refund = arena.RefundStart(start);
        for (var order = start; order < end; order++)
        {
            var ordered = _slots.Of(arena.Days[order]);
            for (; refund < arena.RefundEnds[order]; refund++)
            {
                Reduce(ordered, first, -arena.RefundAmounts[refund]);
                Reduce(_slots.Of(arena.RefundDays[refund]), first, arena.RefundAmounts[refund]);
            }
        }
    }

    private void Reduce(int slot, int? first, long amount)
    {
        if (slot != PeriodSlots.Outside)
        {
            _periods[slot].Reduce(first, amount);
            WholeOf(slot).Reduce(first, amount);
        }
    }

    private ref RevenueTally WholeOf(int slot) => ref slot < _split ? ref _before : ref _range;

    private void Add(RevenueSums others)
    {
        _before.Add(others._before);
        _range.Add(others._range);
        for (var slot = 0; slot < _periods.Length; slot++)
        {
            _periods[slot].Add(others._periods[slot]);
        }
    }
}
