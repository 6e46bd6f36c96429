using XSight.Analytics.Rfm;

namespace XSight.Analytics.Sales;

/// <summary>Where in the arena each buyer's orders lie: counted ones first, by day, then the others. A buyer without orders has no row; its number is used again.</summary>
internal sealed class BuyerRows
{
    private const int CapacityMin = 64;
    private const int BytesPerRow = sizeof(long) + (3 * sizeof(int));

    private readonly RowIndex _index = new();
    private readonly Stack<int> _free = new();

    public long[] Buyers { get; private set; } = new long[CapacityMin];

    public int[] Starts { get; private set; } = new int[CapacityMin];

    /// <summary>Counted orders; 0 in a row that nobody has.</summary>
    public int[] Counted { get; private set; } = new int[CapacityMin];

    /// <summary>All orders; 0 in a row that nobody has.</summary>
    public int[] Counts { get; private set; } = new int[CapacityMin];

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

    public void Set(int row, int start, int counted, int count)
    {
        Starts[row] = start;
        Counted[row] = counted;
        Counts[row] = count;
    }

    public void Free(int row)
    {
        _index.Remove(row, Buyers);
        Set(row, 0, 0, 0);
        _free.Push(row);
    }

    private void Grow()
    {
        var capacity = Buyers.Length + (Buyers.Length / 2);
        Buyers = Resized(Buyers, capacity);
        Starts = Resized(Starts, capacity);
        Counted = Resized(Counted, capacity);
        Counts = Resized(Counts, capacity);
    }

    private static T[] Resized<T>(T[] column, int capacity)
    {
        Array.Resize(ref column, capacity);
        return column;
    }
}
