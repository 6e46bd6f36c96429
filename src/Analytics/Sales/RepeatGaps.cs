namespace XSight.Analytics.Sales;

/// <summary>Customers by the days that their second and their third order took, while a scan adds them up.</summary>
internal sealed class RepeatGaps
{
    private RepeatGaps(int daysMax) => (Second, Third) = (new int[daysMax + 1], new int[daysMax + 1]);

    /// <summary>With a first order in the range.</summary>
    public int Customers { get; private set; }

    /// <summary>Customers by days from the first order to the second.</summary>
    public int[] Second { get; }

    /// <summary>Customers by days from the second order to the third.</summary>
    public int[] Third { get; }

    public static RepeatGaps Scan(SalesLedger ledger, DayRange days)
    {
        var daysMax = Math.Max(0, (ledger.LastDay - ledger.FirstDay) ?? 0);
        return StretchScan.Run(
            ledger,
            () => new RepeatGaps(daysMax),
            (gaps, from, to) => gaps.AddRows(ledger, days, from, to),
            (gaps, others) => gaps.Add(others));
    }

    private void AddRows(SalesLedger ledger, DayRange days, int from, int to)
    {
        for (var row = from; row < to; row++)
        {
            if (!ledger.IsCountedCustomer(row) || !days.Contains(ledger.Rows.FirstDays[row]))
            {
                continue;
            }

            var orders = ledger.CountedOrdersAt(row);
            Customers++;
            if (orders.Count > 1)
            {
                Second[orders.Days[1] - orders.Days[0]]++;
            }

            if (orders.Count > 2)
            {
                Third[orders.Days[2] - orders.Days[1]]++;
            }
        }
    }

    private void Add(RepeatGaps others)
    {
        Customers += others.Customers;
        Tallies.Add(Second, others.Second);
        Tallies.Add(Third, others.Third);
    }
}
