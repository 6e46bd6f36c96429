namespace XSight.Analytics.Sales;

/// <summary>What customers spend after their first order, by the product they began with.</summary>
public static class FirstProductReports
{
    /// <exception cref="ArgumentException">The days are no range, or a number is out of its limits.</exception>
    public static FirstProductReport Compute(SalesLedger ledger, FirstProductQuery query, SalesStamp stamp)
    {
        SalesRows.Check(query.Limit);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.CustomersMin, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.LaterDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.LaterDays, SalesLimits.LaterDaysMax);
        var days = DayRange.Of(query.FromDay, query.ToDay, stamp);
        var tallies = new Tally[ledger.Codes.Products.CodesEnd];
        Scan(ledger, days, query.LaterDays, stamp.Today, tallies);
        return new FirstProductReport
        {
            Stamp = stamp,
            Query = query with { FromDay = days.From, ToDay = days.To },
            Products =
            [
                .. Enumerable.Range(0, tallies.Length)
                    .Where(code => tallies[code].Customers >= query.CustomersMin)
                    .Select(code => tallies[code].ToRow(ledger.Codes.Products.IdOf(code)))
                    .OrderByDescending(row => (decimal)row.WithinMinor / row.Customers)
                    .ThenBy(row => row.ProductId)
                    .Take(query.Limit),
            ],
            All = Sum(tallies).ToRow(ProductTable.Unknown),
        };
    }

    private static void Scan(SalesLedger ledger, DayRange days, int laterDays, int today, Tally[] tallies)
    {
        var (rows, arena) = (ledger.Rows, ledger.Arena);
        for (var row = 0; row < rows.End; row++)
        {
            var (start, end) = (rows.Starts[row], rows.Starts[row] + rows.Counted[row]);
            if (start == end || rows.Buyers[row] < 0)
            {
                continue;
            }

            var lastDay = arena.Days[start] + laterDays;
            if (days.Contains(arena.Days[start]) && lastDay < today)
            {
                tallies[FirstOrders.MainProduct(arena, start)].Add(arena, start, end, lastDay);
            }
        }
    }

    private static Tally Sum(Tally[] tallies)
    {
        var sum = default(Tally);
        foreach (var tally in tallies)
        {
            sum.Customers += tally.Customers;
            sum.Repeaters += tally.Repeaters;
            sum.Within += tally.Within;
            sum.Later += tally.Later;
        }

        return sum;
    }

    private struct Tally
    {
        public int Customers;
        public int Repeaters;
        public long Within;
        public long Later;

        public void Add(OrderArena arena, int start, int end, int lastDay)
        {
            Customers++;
            Repeaters += end - start > 1 && arena.Days[start + 1] <= lastDay ? 1 : 0;
            for (var order = start + 1; order < end; order++)
            {
                Later += arena.Net[order];
                Within += arena.Days[order] <= lastDay ? arena.Net[order] : 0;
            }
        }

        public readonly FirstProductRow ToRow(long productId) => new(productId, Customers, Repeaters, Within, Later);
    }
}
