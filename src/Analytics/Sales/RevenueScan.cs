using System.Collections.Immutable;

namespace XSight.Analytics.Sales;

/// <summary>Adds up counted orders and refunds by period.</summary>
internal static class RevenueScan
{
    public static ImmutableArray<RevenueRow> Run(SalesLedger ledger, PeriodSlots slots, RefundDating dating)
    {
        var tallies = new RevenueTally[slots.Periods.Count];
        for (var slot = 0; slot < tallies.Length; slot++)
        {
            tallies[slot].FromDay = slots.Periods[slot].From;
        }

        var (rows, arena) = (ledger.Rows, ledger.Arena);
        var firstDay = slots.FirstDay;
        for (var row = 0; row < rows.End; row++)
        {
            var (start, end) = (rows.Starts[row], rows.Starts[row] + rows.Counted[row]);
            if (start == end)
            {
                continue;
            }

            var first = rows.Buyers[row] < 0 ? default(int?) : arena.Days[start];
            if (arena.Days[end - 1] >= firstDay)
            {
                AddOrders(arena, start, end, first, slots, tallies);
            }

            if (dating is RefundDating.Refund && arena.RefundEnds[end - 1] > arena.RefundStart(start))
            {
                AddRefunds(arena, start, end, first, slots, tallies);
            }
        }

        return [.. tallies.Select((tally, slot) => tally.ToRow(slots.Periods[slot]))];
    }

    /// <summary>A buyer's orders come by day, so all of one period come together and the customer is counted at the first of them.</summary>
    private static void AddOrders(OrderArena arena, int start, int end, int? first, PeriodSlots slots, RevenueTally[] tallies)
    {
        var counted = PeriodSlots.Outside;
        for (var order = start; order < end; order++)
        {
            var slot = slots.Of(arena.Days[order]);
            if (slot == PeriodSlots.Outside)
            {
                continue;
            }

            ref var tally = ref tallies[slot];
            var gross = arena.Gross[order];
            tally.AddOrder(first, gross, gross - arena.Net[order]);
            if (slot != counted && first is { } day)
            {
                tally.AddCustomer(day);
                counted = slot;
            }
        }
    }

    /// <summary>Moves each refund from its order's day, where <see cref="AddOrders"/> took it off with everything else, to its own.</summary>
    private static void AddRefunds(OrderArena arena, int start, int end, int? first, PeriodSlots slots, RevenueTally[] tallies)
    {
        var refund = arena.RefundStart(start);
        for (var order = start; order < end; order++)
        {
            var orderSlot = slots.Of(arena.Days[order]);
            for (; refund < arena.RefundEnds[order]; refund++)
            {
                var slot = slots.Of(arena.RefundDays[refund]);
                if (orderSlot != PeriodSlots.Outside)
                {
                    tallies[orderSlot].Reduce(first, -arena.RefundAmounts[refund]);
                }

                if (slot != PeriodSlots.Outside)
                {
                    tallies[slot].Reduce(first, arena.RefundAmounts[refund]);
                }
            }
        }
    }
}
