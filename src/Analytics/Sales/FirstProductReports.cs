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
        var tallies = StretchScan.Run(
            ledger,
            () => new FirstProductTally[ledger.Codes.Products.CodesEnd],
            (tallies, from, to) => Scan(ledger, days, query.LaterDays, stamp.Today, tallies, from, to),
            Add);
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

    private static void Scan(SalesLedger ledger, DayRange days, int laterDays, int today, FirstProductTally[] tallies, int from, int to)
    {
        var (rows, arena) = (ledger.Rows, ledger.Arena);
        for (var row = from; row < to; row++)
        {
            var lastDay = rows.FirstDays[row] + laterDays;
            if (ledger.IsCountedCustomer(row) && days.Contains(rows.FirstDays[row]) && lastDay < today)
            {
                var start = rows.Starts[row];
                tallies[rows.FirstProducts[row]].Add(arena, start, start + rows.Counted[row], lastDay);
            }
        }
    }

    private static void Add(FirstProductTally[] tallies, FirstProductTally[] others)
    {
        for (var product = 0; product < tallies.Length; product++)
        {
            tallies[product].Add(others[product]);
        }
    }

    private static FirstProductTally Sum(FirstProductTally[] tallies)
    {
        var sum = default(FirstProductTally);
        foreach (var tally in tallies)
        {
            sum.Add(tally);
        }

        return sum;
    }
}
