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

    /// <summary>
    /// Gives rows to all buyers. Returns the orders row by row, as a ledger keeps them, counted ones first, by day; and for each row where
    /// its orders end.
    /// </summary>
    internal (int[] Sequence, int[] Ends) Arrange(BuyerRows rows)
    {
        var rowOf = new int[_buyers.Count];
        for (var order = 0; order < rowOf.Length; order++)
        {
            var row = rows.Find(_buyers[order]);
            rowOf[order] = row < 0 ? rows.Add(_buyers[order]) : row;
        }

        var (sequence, ends) = Grouped(rowOf, rows.End);
        for (var (row, start) = (0, 0); row < ends.Length; start = ends[row++])
        {
            sequence.AsSpan(start, ends[row] - start).Sort(Compare);
        }

        return (sequence, ends);
    }

    /// <summary>Orders by row, those of one row as they came, and where each row's end.</summary>
    private static (int[] Sequence, int[] Ends) Grouped(int[] rowOf, int rows)
    {
        var ends = new int[rows];
        foreach (var row in rowOf)
        {
            ends[row]++;
        }

        var before = 0;
        for (var row = 0; row < rows; row++)
        {
            (ends[row], before) = (before, before + ends[row]);
        }

        // Each row's end is where it begins until its orders are put there.
        var sequence = new int[rowOf.Length];
        for (var order = 0; order < rowOf.Length; order++)
        {
            sequence[ends[rowOf[order]]++] = order;
        }

        return (sequence, ends);
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
}
