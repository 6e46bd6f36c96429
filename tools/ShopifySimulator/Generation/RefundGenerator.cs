namespace XSight.ShopifySimulator;

/// <summary>Invents what customers of an invented shop sent back: of one order in fifteen a piece or everything, some days later. Fixed by seed and order id.</summary>
internal static class RefundGenerator
{
    private const double Refunded = 0.066;
    private const double Whole = 0.4;
    private const int DaysMin = 2;
    private const int DaysMax = 24;
    private const int SecondsPerDay = 86_400;

    /// <summary>Whatever would have been sent back after the shop's last order is still with its customer.</summary>
    public static void Run(Store store)
    {
        var orders = store.Orders;
        var last = orders.Rows == 0 ? 0 : orders.ProcessedAt[orders.Rows - 1];
        for (var row = 0; row < orders.Rows; row++)
        {
            var random = StableRandom.For(store.Seed, orders.Id[row], Purpose.Refund);
            var at = orders.ProcessedAt[row] + ((DaysMin + random.Next(DaysMax - DaysMin)) * SecondsPerDay) + random.Next(SecondsPerDay / 4);
            if (random.Chance(Refunded) && at < last && orders.Flags[row] == OrderFlags.None && orders.Total[row] > 0)
            {
                Refund(store, store.OrderAt(row), at, random.Chance(Whole));
            }
        }
    }

    private static void Refund(Store store, Order order, long at, bool whole)
    {
        var edits = store.Orders.EditsOf(order.Row);
        var lines = order.LineItems;
        var amount = whole ? order.Total.Minor : lines[0].PriceOf(1).Minor;
        if (whole)
        {
            for (var i = 0; i < lines.Count; i++)
            {
                edits.TakeBack(i, lines[i].Quantity);
            }
        }
        else
        {
            edits.TakeBack(0, 1);
        }

        edits.Refunds.Add(new Refund(store.TakeId(), order, at, amount, null));
        store.Orders.Touch(order.Row, Math.Max(order.UpdatedAt, at));
    }
}
