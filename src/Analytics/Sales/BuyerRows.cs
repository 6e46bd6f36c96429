using XSight.Analytics.Rfm;

namespace XSight.Analytics.Sales;

/// <summary>
/// Where in the arena each buyer's orders lie, counted ones first, by day, then the others; and of each buyer what scans ask first. A
/// buyer without orders has no row; its number is used again.
/// </summary>
internal sealed class BuyerRows
{
    private const int CapacityMin = 64;
    private const int BytesPerRow = sizeof(long) + (6 * sizeof(int));

    private readonly RowIndex _index = new();
    private readonly Stack<int> _free = new();

    public long[] Buyers { get; private set; } = new long[CapacityMin];

    public int[] Starts { get; private set; } = new int[CapacityMin];

    /// <summary>Counted orders; 0 in a row that nobody has.</summary>
    public int[] Counted { get; private set; } = new int[CapacityMin];

    /// <summary>All orders; 0 in a row that nobody has.</summary>
    public int[] Counts { get; private set; } = new int[CapacityMin];

    /// <summary>The day of the first counted order; meaningless without one.</summary>
    public int[] FirstDays { get; private set; } = new int[CapacityMin];

    /// <summary>The last day on which anything of the buyer lies: an order of any kind or a refund. Whoever asks for later days need not look at the orders.</summary>
    public int[] LastDays { get; private set; } = new int[CapacityMin];

    /// <summary>The main product of the first counted order; meaningless without one.</summary>
    public int[] FirstProducts { get; private set; } = new int[CapacityMin];

    /// <summary>Rows in use or freed: every row number is smaller.</summary>
    public int End { get; private set; }

    public int InUse => End - _free.Count;

    public long Bytes => ((long)Buyers.Length * BytesPerRow) + _index.Bytes;

    /// <summary>The buyer's row, or -1.</summary>
    public int Find(long buyer) => _index.Find(buyer, Buyers);

    /// <summary>A row for a buyer that has none.</summary>
    public int Add(long buyer)
    {
        var row = _free.Count > 0 ? _free.Pop() : End++;
        if (row == Buyers.Length)
        {
            Grow();
        }

        Buyers[row] = buyer;
        _index.Add(row, Buyers);
        return row;
    }

    /// <summary>The row's orders, which lie in the arena.</summary>
    public void Set(int row, OrderArena arena, int start, int counted, int count)
    {
        Starts[row] = start;
        Counted[row] = counted;
        Counts[row] = count;
        LastDays[row] = arena.LastDay(start, count);
        if (counted > 0)
        {
            FirstDays[row] = arena.Days[start];
            FirstProducts[row] = FirstOrders.MainProduct(arena, start);
        }
    }

    /// <summary>The same orders lie elsewhere now.</summary>
    public void Move(int row, int start) => Starts[row] = start;

    public void Free(int row)
    {
        _index.Remove(row, Buyers);
        (Counted[row], Counts[row], LastDays[row]) = (0, 0, int.MinValue);
        _free.Push(row);
    }

    private void Grow()
    {
        var capacity = Buyers.Length + (Buyers.Length / 2);
        Buyers = Resized(Buyers, capacity);
        Starts = Resized(Starts, capacity);
        Counted = Resized(Counted, capacity);
        Counts = Resized(Counts, capacity);
        FirstDays = Resized(FirstDays, capacity);
        LastDays = Resized(LastDays, capacity);
        FirstProducts = Resized(FirstProducts, capacity);
    }

    private static T[] Resized<T>(T[] column, int capacity)
    {
        Array.Resize(ref column, capacity);
        return column;
    }
}
