namespace XSight.Analytics.Sales;

/// <summary>Sales of each product in a range of days, by product code.</summary>
internal sealed class ProductTallies
{
    private readonly int[] _lastOrder;
    private readonly int[] _lastBuyer;

    private ProductTallies(int products)
    {
        (Net, Quantity, Orders, Buyers) = (new long[products], new long[products], new int[products], new int[products]);
        (_lastOrder, _lastBuyer) = (new int[products], new int[products]);
    }

    public long[] Net { get; }

    public long[] Quantity { get; }

    public int[] Orders { get; }

    public int[] Buyers { get; }

    /// <summary>Counted orders of the range with a known product.</summary>
    public int OrdersWithProducts { get; private set; }

    public static ProductTallies Of(SalesLedger ledger, DayRange days)
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

            var line = arena.LineStart(start);
            for (var order = start; order < end; order++)
            {
                var lineEnd = arena.LineEnds[order];
                if (days.Contains(arena.Days[order]))
                {
                    tallies.Add(arena, line, lineEnd, order, row, rows.Buyers[row] > 0);
                }

                line = lineEnd;
            }
        }

        return tallies;
    }

    /// <summary>An order's lines. A product counts once for its order and once for its customer, who are known by their numbers plus one.</summary>
    private void Add(OrderArena arena, int line, int lineEnd, int order, int row, bool isCustomer)
    {
        var anyKnown = false;
        for (; line < lineEnd; line++)
        {
            var product = arena.LineProducts[line];
            Net[product] += arena.LineNets[line];
            Quantity[product] += arena.LineQuantities[line];
            anyKnown |= product != ProductTable.Unknown;
            if (_lastOrder[product] == order + 1)
            {
                continue;
            }

            _lastOrder[product] = order + 1;
            Orders[product]++;
            if (isCustomer && _lastBuyer[product] != row + 1)
            {
                _lastBuyer[product] = row + 1;
                Buyers[product]++;
            }
        }

        OrdersWithProducts += anyKnown ? 1 : 0;
    }
}
