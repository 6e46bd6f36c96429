using System.Collections.Immutable;

namespace XSight.Analytics.Sales;

/// <summary>The orders behind a figure, newest first.</summary>
public static class SalesOrdersList
{
    /// <exception cref="ArgumentException">The days are no range, or the limit is not one of <see cref="SalesLimits.RowsMax"/> rows.</exception>
    public static SalesOrdersPage Compute(SalesLedger ledger, SalesOrdersQuery query, SalesStamp stamp)
    {
        SalesRows.Check(query.Limit);
        var days = DayRange.Of(query.FromDay, query.ToDay);
        var found = StretchScan.Run(
            ledger,
            () => new NewestOrders(query.Limit, query.After),
            (found, from, to) => Scan(ledger, query, days, found, from, to),
            (found, others) => found.Add(others));
        var orders = Array.ConvertAll(found.NewestFirst(), order => RowOf(ledger.Arena, order.Buyer, order.Order));
        return new SalesOrdersPage
        {
            Stamp = stamp,
            Orders = [.. orders],
            Total = found.Total,
            Next = found.Beyond > orders.Length ? new SalesOrderCursor(orders[^1].ProcessedAtMs, orders[^1].OrderId) : null,
        };
    }

    private static void Scan(SalesLedger ledger, SalesOrdersQuery query, DayRange days, NewestOrders found, int from, int to)
    {
        var (rows, arena) = (ledger.Rows, ledger.Arena);
        var product = query.ProductId is { } id ? ledger.Codes.Products.Find(id) : null;
        for (var row = from; row < to; row++)
        {
            if (rows.LastDays[row] < days.From - 1)
            {
                continue;
            }

            var buyer = rows.Buyers[row];
            for (var order = rows.Starts[row]; order < rows.Starts[row] + rows.Counts[row]; order++)
            {
                if (Concerns(arena, order, buyer, query.Concern, days) && (query.ProductId is null || HasProduct(arena, order, product)))
                {
                    found.Add(arena, order, buyer);
                }
            }
        }
    }

    private static bool Concerns(OrderArena arena, int order, long buyer, BridgeStepKind? concern, DayRange days) => concern is { } step
        ? BridgeConcern.AmountOf(step, arena, order, buyer, days) is not null
        : arena.Kinds[order] is SaleKind.Counted && days.Contains(arena.Days[order]);

    private static bool HasProduct(OrderArena arena, int order, int? product)
    {
        var start = arena.LineStart(order);
        return product is { } code && arena.LineProducts.AsSpan(start, arena.LineEnds[order] - start).Contains(code);
    }

    private static SalesOrderRow RowOf(OrderArena arena, long buyer, int order) => new(
        arena.Ids[order],
        buyer < 0 ? null : buyer,
        arena.Days[order],
        arena.Times[order],
        arena.Kinds[order],
        arena.Gross[order],
        BridgeConcern.RefundsOf(arena, order),
        arena.Net[order]);
}
