namespace XSight.Analytics.Sales;

/// <summary>
/// A tenant's orders in memory, grouped by buyer, as columns that a scan runs over at memory speed. A buyer's orders are replaced whole
/// by what the store says of them now, so edits, refunds, cancellations and moves between customers are no cases of their own. Figures
/// are computed by scans, never kept up by differences. Not safe for use by several threads, except for readers while nobody writes.
/// </summary>
public sealed class SalesLedger
{
    /// <summary>Share of the arena that replaced orders may hold before it is copied without them.</summary>
    public const double GarbageShareMax = 0.25;

    private const int StretchRowsUsual = 32_768;
    private const int GarbageMin = 4_096;

    /// <summary>Room for what comes after everything was copied: one in so many.</summary>
    private const int SpareShare = 16;

    private const int CapacityMin = 64;

    private readonly List<SaleOrder> _counted = [];
    private readonly DayTally _days = new();

    /// <summary>Grows with every change: what was computed at one version holds while it stays.</summary>
    public long Version { get; private set; }

    /// <summary>Orders of any kind, counted or not.</summary>
    public int Orders { get; private set; }

    /// <summary>Buyers with orders, an order without a customer being a buyer of its own.</summary>
    public int Buyers => Rows.InUse;

    /// <summary>Of the first counted order; null without one.</summary>
    public int? FirstDay => _days.First;

    /// <summary>Of the last counted order.</summary>
    public int? LastDay => _days.Last;

    /// <summary>Rows that one processor scans before it takes more; a ledger of not more is scanned by one alone.</summary>
    public int StretchRows { get; init; } = StretchRowsUsual;

    /// <summary>What the columns take; dictionaries of texts and products come on top.</summary>
    public long Bytes => Rows.Bytes + Arena.Bytes;

    /// <summary>Customers with counted orders, and those orders by day: what figures of customers and their models are made of.</summary>
    public CountedCustomers CountedCustomers => new(this);

    internal BuyerRows Rows { get; } = new();

    internal OrderArena Arena { get; private set; } = new(CapacityMin, CapacityMin, CapacityMin);

    internal SaleCodes Codes { get; } = new();

    /// <summary>Sets all orders of one buyer; none removes the buyer.</summary>
    public void Replace(in BuyerSales sales)
    {
        var row = Rows.Find(sales.Buyer);
        if (sales.Orders.IsDefaultOrEmpty)
        {
            Remove(row);
            return;
        }

        if (row < 0)
        {
            row = Rows.Add(sales.Buyer);
        }

        _days.Remove(CountedOrdersAt(row).Days);
        Orders += sales.Orders.Length - Rows.Counts[row];
        Version++;
        var start = Arena.Count;
        var counted = AppendCounted(sales);
        foreach (var order in sales.Orders)
        {
            if (order.Kind != SaleKind.Counted)
            {
                Arena.Append(order, Codes);
            }
        }

        Rows.Set(row, Arena, start, counted, Arena.Count - start);
        _days.Add(CountedOrdersAt(row).Days);
        CompactWhenWorthIt();
    }

    /// <summary>Takes over a whole history at once.</summary>
    /// <exception cref="InvalidOperationException">The ledger is not empty.</exception>
    internal void Fill(SalesLoad load)
    {
        if (Rows.End > 0)
        {
            throw new InvalidOperationException("Only an empty ledger can be filled.");
        }

        var (sequence, ends) = load.Arrange(Rows);
        Arena = Sized(sequence.Length, load.Arena.Lines, load.Arena.Refunds);
        Arena.Append(load.Arena, sequence);
        for (var (row, start) = (0, 0); row < ends.Length; start = ends[row++])
        {
            var count = ends[row] - start;
            Rows.Set(row, Arena, start, Arena.CountedOf(start, count), count);
            _days.Add(CountedOrdersAt(row).Days);
        }

        Orders = sequence.Length;
        Version++;
    }

    /// <summary>The counted orders of one customer or of one anonymous order; empty for a buyer without any.</summary>
    public BuyerOrders CountedOrdersOf(long buyer)
    {
        var row = Rows.Find(buyer);
        return row < 0 ? new BuyerOrders(buyer, [], [], []) : CountedOrdersAt(row);
    }

    /// <summary>Whether a row is a customer's who has counted orders.</summary>
    internal bool IsCountedCustomer(int row) => Rows.Counted[row] > 0 && Rows.Buyers[row] > 0;

    internal BuyerOrders CountedOrdersAt(int row)
    {
        var (start, count) = (Rows.Starts[row], Rows.Counted[row]);
        return new BuyerOrders(Rows.Buyers[row], Arena.Days.AsSpan(start, count), Arena.Net.AsSpan(start, count), Arena.Times.AsSpan(start, count));
    }

    private void Remove(int row)
    {
        if (row < 0)
        {
            return;
        }

        _days.Remove(CountedOrdersAt(row).Days);
        Orders -= Rows.Counts[row];
        Version++;
        Rows.Free(row);
        CompactWhenWorthIt();
    }

    /// <summary>
    /// By day, and on one day by time. The two sequences are one but where a clock change shortly after midnight sets the calendar back
    /// by a day, and there the day decides, as it does in every figure.
    /// </summary>
    private int AppendCounted(in BuyerSales sales)
    {
        _counted.Clear();
        var sorted = true;
        foreach (var order in sales.Orders)
        {
            if (order.Kind == SaleKind.Counted)
            {
                sorted &= _counted.Count == 0 || _counted[^1].Day <= order.Day;
                _counted.Add(order);
            }
        }

        foreach (var order in sorted ? _counted : [.. _counted.OrderBy(o => o.Day)])
        {
            Arena.Append(order, Codes);
        }

        return _counted.Count;
    }

    /// <summary>Copies what is in use into an arena of its size, in the sequence of rows: scans run straight through it again.</summary>
    private void CompactWhenWorthIt()
    {
        var garbage = Arena.Count - Orders;
        if (garbage < GarbageMin || garbage < GarbageShareMax * Arena.Count)
        {
            return;
        }

        var live = Sized(Orders, Expected(Arena.Lines), Expected(Arena.Refunds));
        for (var row = 0; row < Rows.End; row++)
        {
            var start = live.Count;
            live.Append(Arena, Rows.Starts[row], Rows.Counts[row]);
            Rows.Move(row, start);
        }

        Arena = live;
    }

    /// <summary>An arena with some room to spare: the next order must not copy it all.</summary>
    private static OrderArena Sized(int orders, int lines, int refunds) =>
        new(orders + (orders / SpareShare), lines + (lines / SpareShare), refunds + (refunds / SpareShare));

    /// <summary>Of the lines or refunds in the arena, those of orders in use, were they alike; the new arena grows where they are not.</summary>
    private int Expected(int inArena) => (int)((long)inArena * Orders / Arena.Count);
}
