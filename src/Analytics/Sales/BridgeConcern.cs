namespace XSight.Analytics.Sales;

/// <summary>Whether an order is of a step of the bridge for a range of days, and with what money.</summary>
internal static class BridgeConcern
{
    private const long DayMs = 86_400_000;

    /// <summary>Null for an order that the step does not concern; the amount may be 0.</summary>
    public static long? AmountOf(BridgeStepKind step, OrderArena arena, int order, long buyer, DayRange days)
    {
        var inside = days.Contains(arena.Days[order]);
        var kind = arena.Kinds[order];
        return step switch
        {
            BridgeStepKind.RefundDating when kind is SaleKind.Counted => RefundShift(arena, order, inside, days),
            BridgeStepKind.Edits when kind is SaleKind.Counted && inside && EditOf(arena, order) != 0 => EditOf(arena, order),
            BridgeStepKind.Cancelled when kind is SaleKind.Cancelled => LeftOut(arena, order, inside, days),
            BridgeStepKind.Unpaid when kind is SaleKind.Unpaid => LeftOut(arena, order, inside, days),
            BridgeStepKind.Test when kind is SaleKind.Test && inside => arena.Net[order],
            BridgeStepKind.Anonymous when kind is SaleKind.Counted && inside && buyer < 0 => arena.Net[order],
            BridgeStepKind.TimeZone when kind is SaleKind.Counted && days.Contains(UtcDay(arena, order)) != inside => inside ? -arena.Net[order] : arena.Net[order],
            _ => null,
        };
    }

    public static long RefundsOf(OrderArena arena, int order)
    {
        var sum = 0L;
        for (var refund = arena.RefundStart(order); refund < arena.RefundEnds[order]; refund++)
        {
            sum += arena.RefundAmounts[refund];
        }

        return sum;
    }

    /// <summary>What edits added to the order; negative for what they took away.</summary>
    private static long EditOf(OrderArena arena, int order) => arena.Net[order] + RefundsOf(arena, order) - arena.Gross[order];

    /// <summary>From refunds on the order's day to refunds on their own; null when none crosses the border of the range.</summary>
    private static long? RefundShift(OrderArena arena, int order, bool inside, DayRange days)
    {
        var (shift, crosses) = (0L, false);
        for (var refund = arena.RefundStart(order); refund < arena.RefundEnds[order]; refund++)
        {
            if (days.Contains(arena.RefundDays[refund]) != inside)
            {
                shift += inside ? arena.RefundAmounts[refund] : -arena.RefundAmounts[refund];
                crosses = true;
            }
        }

        return crosses ? shift : null;
    }

    /// <summary>An order that only Shopify counts: its sale on its day, its refunds on theirs; null when neither is in the range.</summary>
    private static long? LeftOut(OrderArena arena, int order, bool inside, DayRange days)
    {
        var amount = inside ? arena.Net[order] + RefundsOf(arena, order) : 0;
        var concerned = inside;
        for (var refund = arena.RefundStart(order); refund < arena.RefundEnds[order]; refund++)
        {
            if (days.Contains(arena.RefundDays[refund]))
            {
                amount -= arena.RefundAmounts[refund];
                concerned = true;
            }
        }

        return concerned ? amount : null;
    }

    private static int UtcDay(OrderArena arena, int order) => (int)Math.Floor((double)arena.Times[order] / DayMs);
}
