using System.Collections.Immutable;

namespace XSight.Analytics.Sales;

/// <summary>The orders behind a figure, newest first.</summary>
public static class SalesOrdersList
{
    /// <exception cref="ArgumentException">The days are no range, the pair is of one product, or the limit is not one of <see cref="SalesLimits.RowsMax"/> rows.</exception>
    public static SalesOrdersPage Compute(SalesLedger ledger, SalesOrdersQuery query, SalesStamp stamp)
    {
        SalesRows.Check(query.Limit);
        if (query is { WithProductId: not null, ProductId: null })
        {
            throw new ArgumentException("A pair is of two products.", nameof(query));
        }

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
        var (product, with) = (CodeOf(query.ProductId), CodeOf(query.WithProductId));
        for (var row = from; row < to; row++)
        {
            if (rows.LastDays[row] < days.From - 1)
            {
                continue;
            }

            var buyer = rows.Buyers[row];
            for (var order = rows.Starts[row]; order < rows.Starts[row] + rows.Counts[row]; order++)
            {
                if (Concerns(arena, order, buyer, query.Concern, days) && HasProducts(arena, order, product, with))
                {
                    found.Add(arena, order, buyer);
                }
            }
        }

        int? CodeOf(long? id) => id is { } known ? ledger.Codes.Products.Find(known) ?? ProductTable.NeverSold : null;
    }

    private static bool Concerns(OrderArena arena, int order, long buyer, BridgeStepKind? concern, DayRange days) => concern is { } step
        ? BridgeConcern.AmountOf(step, arena, order, buyer, days) is not null
        : arena.Kinds[order] is SaleKind.Counted && days.Contains(arena.Days[order]);

    private static bool HasProducts(OrderArena arena, int order, int? product, int? with)
    {
        if (product is not { } wanted)
        {
            return true;
        }

        var start = arena.LineStart(order);
        var lines = arena.LineProducts.AsSpan(start, arena.LineEnds[order] - start);
        return with is { } other ? PairedProducts.HoldPair(lines, wanted, other) : lines.Contains(wanted);
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
