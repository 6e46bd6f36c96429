namespace XSight.Analytics.Sales;

/// <summary>Sales of each product in a range of days.</summary>
internal sealed class ProductTallies
{
    private ProductTallies(int products) => Of = new ProductTally[products];

    /// <summary>By product code.</summary>
    public ProductTally[] Of { get; }

    /// <summary>Counted orders of the range with a known product.</summary>
    public int OrdersWithProducts { get; private set; }

    public static ProductTallies Scan(SalesLedger ledger, DayRange days) => StretchScan.Run(
        ledger,
        () => new ProductTallies(ledger.Codes.Products.CodesEnd),
        (tallies, from, to) => tallies.AddRows(ledger, days, from, to),
        (tallies, others) => tallies.Add(others));

    private void AddRows(SalesLedger ledger, DayRange days, int from, int to)
    {
        var (rows, arena) = (ledger.Rows, ledger.Arena);
        var (dayOf, lineEnds) = (arena.Days, arena.LineEnds);
        for (var row = from; row < to; row++)
        {
            if (rows.LastDays[row] < days.From || rows.Counted[row] == 0)
            {
                continue;
            }

            var (start, end) = (rows.Starts[row], rows.Starts[row] + rows.Counted[row]);
            var customer = rows.Buyers[row] > 0 ? row + 1 : 0;
            var line = arena.LineStart(start);
            for (var order = start; order < end; order++)
            {
                var lineEnd = lineEnds[order];
                if (days.Contains(dayOf[order]))
                {
                    AddOrder(arena, line, lineEnd, order + 1, customer);
                }

                line = lineEnd;
            }
        }
    }

    private void AddOrder(OrderArena arena, int line, int lineEnd, int order, int customer)
    {
        var anyKnown = false;
        var (products, nets, quantities, tallies) = (arena.LineProducts, arena.LineNets, arena.LineQuantities, Of);
        for (; line < lineEnd; line++)
        {
            var product = products[line];
            anyKnown |= product != ProductTable.Unknown;
            tallies[product].Add(nets[line], quantities[line], order, customer);
        }

        OrdersWithProducts += anyKnown ? 1 : 0;
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
