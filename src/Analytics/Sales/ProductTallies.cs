namespace XSight.Analytics.Sales;

/// <summary>Sales of each product in a range of days.</summary>
internal sealed class ProductTallies
{
    private ProductTallies(int products)
    {
        Of = new ProductTally[products];
        Array.Fill(Of, ProductTally.Empty);
    }

    /// <summary>By product code.</summary>
    public ProductTally[] Of { get; }

    /// <summary>Counted orders of the range with a known product.</summary>
    public int OrdersWithProducts { get; private set; }

    public static ProductTallies Scan(SalesLedger ledger, DayRange days) => StretchScan.Run(
        ledger,
        () => new ProductTallies(ledger.Codes.Products.CodesEnd),
        (tallies, from, to) => tallies.AddRows(ledger, days, from, to),
        (tallies, others) => tallies.Add(others));

    /// <summary>The columns are taken out of their properties once: this loop runs over every line of the store.</summary>
    private void AddRows(SalesLedger ledger, DayRange days, int from, int to)
    {
        var (rows, arena, tallies) = (ledger.Rows, ledger.Arena, Of);
        var (dayOf, lineEnds, products, nets, quantities) = (arena.Days, arena.LineEnds, arena.LineProducts, arena.LineNets, arena.LineQuantities);
        for (var row = from; row < to; row++)
        {
            if (rows.LastDays[row] < days.From || rows.Counted[row] == 0)
            {
                continue;
            }

            var (start, end) = (rows.Starts[row], rows.Starts[row] + rows.Counted[row]);
            var customers = rows.Buyers[row] > 0 ? 1 : 0;
            var line = arena.LineStart(start);
            for (var order = start; order < end; order++)
            {
                var lineEnd = lineEnds[order];
                if (!days.Contains(dayOf[order]))
                {
                    line = lineEnd;
                    continue;
                }

                var anyKnown = ProductTable.Unknown;
                for (; line < lineEnd; line++)
                {
                    var product = products[line];
                    anyKnown |= product;
                    tallies[product].Add(nets[line], quantities[line], order, start, customers);
                }

                OrdersWithProducts += anyKnown == ProductTable.Unknown ? 0 : 1;
            }
        }
    }

    /// <summary>Of other buyers: nobody is counted twice.</summary>
    private void Add(ProductTallies others)
    {
        OrdersWithProducts += others.OrdersWithProducts;
        for (var product = 0; product < Of.Length; product++)
        {
            Of[product].Add(others.Of[product]);
        }
    }
}
