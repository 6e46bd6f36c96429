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
        var page = new PriorityQueue<(int Row, int Order), (long Time, long Id)>();
        var total = Scan(ledger, query, days, page, out var beyond);
        var orders = new SalesOrderRow[page.Count];
        for (var at = orders.Length - 1; at >= 0; at--)
        {
            var (row, order) = page.Dequeue();
            orders[at] = RowOf(ledger.Arena, ledger.Rows.Buyers[row], order);
        }

        return new SalesOrdersPage
        {
            Stamp = stamp,
            Orders = [.. orders],
            Total = total,
            Next = beyond > orders.Length ? new SalesOrderCursor(orders[^1].ProcessedAtMs, orders[^1].OrderId) : null,
        };
    }

    /// <summary>Keeps the newest of those beyond the cursor, oldest on top; counts them and all.</summary>
    private static int Scan(SalesLedger ledger, SalesOrdersQuery query, DayRange days, PriorityQueue<(int Row, int Order), (long Time, long Id)> page, out int beyond)
    {
        var (rows, arena) = (ledger.Rows, ledger.Arena);
        var product = query.ProductId is { } id ? ledger.Codes.Products.Find(id) : null;
        var after = query.After is { } cursor ? (cursor.ProcessedAtMs, cursor.OrderId) : (long.MaxValue, long.MaxValue);
        var total = beyond = 0;
        for (var row = 0; row < rows.End; row++)
        {
            for (var order = rows.Starts[row]; order < rows.Starts[row] + rows.Counts[row]; order++)
            {
                if (!Concerns(arena, order, rows.Buyers[row], query.Concern, days) || (query.ProductId is not null && !HasProduct(arena, order, product)))
                {
                    continue;
                }

                total++;
                var place = (arena.Times[order], arena.Ids[order]);
                if (place.CompareTo(after) >= 0)
                {
                    continue;
                }

                beyond++;
                if (page.Count < query.Limit)
                {
                    page.Enqueue((row, order), place);
                }
                else if (page.TryPeek(out _, out var oldest) && place.CompareTo(oldest) > 0)
                {
                    page.EnqueueDequeue((row, order), place);
                }
            }
        }

        return total;
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
