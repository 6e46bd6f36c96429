namespace XSight.Analytics.Sales;

/// <summary>What each customer with an order in a range of days brought in it.</summary>
internal static class CustomerNets
{
    /// <summary>In the place of whoever bought nothing in the range; no sum of an order's money.</summary>
    private const long Nothing = long.MinValue;

    /// <summary>Nets at the numbers of their rows.</summary>
    /// <param name="ledger">The orders.</param>
    /// <param name="days">The range.</param>
    /// <param name="nets">Room for a number a row.</param>
    public static void Scan(SalesLedger ledger, DayRange days, long[] nets) =>
        StretchScan.Run(ledger, () => nets, (nets, from, to) => SetRows(ledger, days, nets, from, to), (_, _) => { }); // every stretch writes to its own rows: nothing to add up

    /// <summary>The nets of those who bought, one after another.</summary>
    /// <param name="byRow">As <see cref="Scan"/> leaves them.</param>
    /// <param name="into">Room for as many; the same place will do. The answer lies in it.</param>
    public static Span<long> OfBuyers(ReadOnlySpan<long> byRow, Span<long> into)
    {
        var count = 0;
        foreach (var net in byRow)
        {
            into[count] = net;
            count += net == Nothing ? 0 : 1;
        }

        return into[..count];
    }

    private static void SetRows(SalesLedger ledger, DayRange days, long[] nets, int from, int to)
    {
        for (var row = from; row < to; row++)
        {
            nets[row] = ledger.Rows.LastDays[row] >= days.From && ledger.IsCountedCustomer(row) ? NetOf(ledger.CountedOrdersAt(row), days) : Nothing;
        }
    }

    private static long NetOf(BuyerOrders orders, DayRange days)
    {
        var (net, bought) = (0L, false);
        for (var order = 0; order < orders.Count; order++)
        {
            if (days.Contains(orders.Days[order]))
            {
                net += orders.NetMinor[order];
                bought = true;
            }
        }

        return bought ? net : Nothing;
    }
}
