namespace XSight.Analytics.Sales;

/// <summary>A tenant's whole history on its way into an empty ledger: its orders in any sequence, each once.</summary>
public sealed class SalesLoad(SalesLedger ledger)
{
    private const int CapacityMin = 1_024;

    private readonly List<long> _buyers = new(CapacityMin);

    /// <summary>In the sequence they came.</summary>
    internal OrderArena Arena { get; } = new(CapacityMin, CapacityMin, CapacityMin);

    /// <param name="buyer">A customer's id; minus the order's id for an order without a customer.</param>
    /// <param name="order">Known to the ledger when all is <see cref="Complete">complete</see>.</param>
    public void Add(long buyer, SaleOrder order)
    {
        _buyers.Add(buyer);
        Arena.Append(order, ledger.Codes);
    }

    /// <summary>Puts everything into the ledger, which then is as if each buyer had been set alone.</summary>
    /// <exception cref="InvalidOperationException">The ledger is not empty.</exception>
    public void Complete() => ledger.Fill(this);

    /// <summary>Gives rows to all buyers; returns the orders, row by row, as a ledger keeps them: counted ones first, by day.</summary>
    internal int[] Arrange(BuyerRows rows)
    {
        var rowOf = new int[_buyers.Count];
        var ends = new List<int>();
        for (var order = 0; order < rowOf.Length; order++)
        {
            var row = rows.Find(_buyers[order]);
            if (row < 0)
            {
                row = rows.Add(_buyers[order]);
                ends.Add(0);
            }

            rowOf[order] = row;
            ends[row]++;
        }

        for (var row = 1; row < ends.Count; row++)
        {
            ends[row] += ends[row - 1];
        }

        var sequence = Grouped(rowOf, ends);
        for (var row = 0; row < ends.Count; row++)
        {
            var start = row == 0 ? 0 : ends[row - 1];
            var orders = sequence.AsSpan(start, ends[row] - start);
            orders.Sort(Compare);
            rows.Set(row, start, CountedOf(orders), orders.Length);
        }

        return sequence;
    }

    /// <summary>Orders by row, those of one row as they came.</summary>
    private static int[] Grouped(int[] rowOf, List<int> ends)
    {
        var next = new int[ends.Count];
        for (var row = 1; row < next.Length; row++)
        {
            next[row] = ends[row - 1];
        }

        var sequence = new int[rowOf.Length];
        for (var order = 0; order < rowOf.Length; order++)
        {
            sequence[next[rowOf[order]]++] = order;
        }

        return sequence;
    }

    /// <summary>Counted orders by day, others after them; on one day, and among others, by time and id.</summary>
    private int Compare(int one, int other)
    {
        var (counted, otherCounted) = (Arena.Kinds[one] is SaleKind.Counted, Arena.Kinds[other] is SaleKind.Counted);
        if (counted != otherCounted)
        {
            return counted ? -1 : 1;
        }

        var byDay = counted ? Arena.Days[one].CompareTo(Arena.Days[other]) : 0;
        return byDay != 0 ? byDay : (Arena.Times[one], Arena.Ids[one]).CompareTo((Arena.Times[other], Arena.Ids[other]));
    }

    private int CountedOf(ReadOnlySpan<int> orders)
    {
        var counted = 0;
        while (counted < orders.Length && Arena.Kinds[orders[counted]] is SaleKind.Counted)
        {
            counted++;
        }

        return counted;
    }
}
