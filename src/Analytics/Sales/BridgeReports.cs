namespace XSight.Analytics.Sales;

/// <summary>From our net of a range of days to Shopify's total sales, step by step.</summary>
public static class BridgeReports
{
    private static readonly BridgeStepKind[] Kinds = Enum.GetValues<BridgeStepKind>();

    /// <exception cref="ArgumentException">The days are no range.</exception>
    public static BridgeReport Compute(SalesLedger ledger, BridgeQuery query, SalesStamp stamp)
    {
        var days = DayRange.Of(query.FromDay, query.ToDay);
        var affected = new (long Amount, int Orders)[Kinds.Length];
        var byOrder = Scan(ledger, days, affected);
        var shift = affected[(int)BridgeStepKind.RefundDating].Amount;
        var ours = query.Refunds is RefundDating.Refund ? byOrder + shift : byOrder;
        var steps = Kinds.Select(kind => StepOf(kind, affected[(int)kind], query.Refunds)).ToList();
        return new BridgeReport
        {
            Stamp = stamp,
            Query = query,
            OursMinor = ours,
            Steps = [.. steps],
            ShopifyMinor = ours + steps.Sum(step => step.AmountMinor),
        };
    }

    /// <summary>Our net by order date, and what each step concerns.</summary>
    private static long Scan(SalesLedger ledger, DayRange days, (long Amount, int Orders)[] affected)
    {
        var (rows, arena) = (ledger.Rows, ledger.Arena);
        var net = 0L;
        for (var row = 0; row < rows.End; row++)
        {
            var (start, count) = (rows.Starts[row], rows.Counts[row]);
            for (var order = start; order < start + count; order++)
            {
                if (FarFromAll(arena, order, days))
                {
                    continue;
                }

                net += arena.Kinds[order] is SaleKind.Counted && days.Contains(arena.Days[order]) ? arena.Net[order] : 0;
                Note(arena, order, rows.Buyers[row], days, affected);
            }
        }

        return net;
    }

    /// <summary>Most orders of a long history are neither near the range nor refunded.</summary>
    private static bool FarFromAll(OrderArena arena, int order, DayRange days) =>
        (arena.Days[order] < days.From - 1 || arena.Days[order] > days.To + 1) && arena.RefundEnds[order] == arena.RefundStart(order);

    private static void Note(OrderArena arena, int order, long buyer, DayRange days, (long Amount, int Orders)[] affected)
    {
        foreach (var kind in Kinds)
        {
            if (BridgeConcern.AmountOf(kind, arena, order, buyer, days) is { } amount)
            {
                ref var step = ref affected[(int)kind];
                step.Amount += amount;
                step.Orders++;
            }
        }
    }

    private static BridgeStep StepOf(BridgeStepKind kind, (long Amount, int Orders) affected, RefundDating dating)
    {
        var adds = kind is BridgeStepKind.Cancelled or BridgeStepKind.Unpaid || (kind is BridgeStepKind.RefundDating && dating is RefundDating.Order);
        return new BridgeStep(kind, adds ? affected.Amount : 0, affected.Amount, affected.Orders);
    }
}
