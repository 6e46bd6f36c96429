namespace XSight.Analytics.Sales;

/// <summary>Sales of each product in a range of days.</summary>
internal sealed class ProductTallies
{
    private ProductTallies(int products) => Of = new ProductTally[products];

    /// <summary>By product code.</summary>
    public ProductTally[] Of { get; }

    /// <summary>Counted orders of the range with a known product.</summary>
    public int OrdersWithProducts { get; private set; }

    public static ProductTallies Scan(SalesLedger ledger, DayRange days)
    {
        var tallies = new ProductTallies(ledger.Codes.Products.CodesEnd);
        var (rows, arena) = (ledger.Rows, ledger.Arena);
        for (var row = 0; row < rows.End; row++)
        {
            var (start, end) = (rows.Starts[row], rows.Starts[row] + rows.Counted[row]);
            if (start == end || arena.Days[end - 1] < days.From)
            {
                continue;
            }

            var customer = rows.Buyers[row] > 0 ? row + 1 : 0;
            var line = arena.LineStart(start);
            for (var order = start; order < end; order++)
            {
                var lineEnd = arena.LineEnds[order];
                if (days.Contains(arena.Days[order]))
                {
                    tallies.Add(arena, line, lineEnd, order + 1, customer);
                }

                line = lineEnd;
            }
        }

        return tallies;
    }

    private void Add(OrderArena arena, int line, int lineEnd, int order, int customer)
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
}
