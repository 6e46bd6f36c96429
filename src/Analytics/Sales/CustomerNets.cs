namespace XSight.Analytics.Sales;

/// <summary>What each customer with an order in a range of days brought in it.</summary>
internal static class CustomerNets
{
    /// <summary>In the place of whoever bought nothing in the range; no sum of an order's money.</summary>
    private const long Nothing = long.MinValue;

    /// <param name="ledger">The orders.</param>
    /// <param name="days">The range.</param>
    /// <param name="lent">Room for a number a row; the answer lies in it.</param>
    /// <returns>Nets in no sequence that means anything.</returns>
    public static Span<long> Scan(SalesLedger ledger, DayRange days, long[] lent)
    {
        // Every stretch writes to its own rows, so all share one array and there is nothing to add up.
        StretchScan.Run(ledger, () => lent, (nets, from, to) => SetRows(ledger, days, nets, from, to), (_, _) => { });
        var count = 0;
        foreach (var net in lent.AsSpan(0, ledger.Rows.End))
        {
            lent[count] = net;
            count += net == Nothing ? 0 : 1;
        }

        return lent.AsSpan(0, count);
    }

    /// <summary>What the customer of a row brought in the days; null for nobody's row, and for who bought nothing in them.</summary>
    public static long? Of(SalesLedger ledger, DayRange days, int row)
    {
        if (ledger.Rows.LastDays[row] < days.From || !ledger.IsCountedCustomer(row))
        {
            return null;
        }

        var orders = ledger.CountedOrdersAt(row);
        var (net, bought) = (0L, false);
        for (var order = 0; order < orders.Count; order++)
        {
            if (days.Contains(orders.Days[order]))
            {
                net += orders.NetMinor[order];
                bought = true;
            }
        }

        return bought ? net : null;
    }

    private static void SetRows(SalesLedger ledger, DayRange days, long[] nets, int from, int to)
    {
        for (var row = from; row < to; row++)
        {
            nets[row] = Of(ledger, days, row) ?? Nothing;
        }
    }
}
