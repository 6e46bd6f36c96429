namespace XSight.Analytics.Rfm;

/// <summary>
/// The customers of one store as parallel arrays, one row each. A row keeps its number for the customer's life; the number of one
/// that left is used again.
/// </summary>
internal sealed class RfmColumns
{
    /// <summary>In <see cref="Orders"/>: nobody has this row.</summary>
    public const int Freed = -1;

    private const int CapacityMin = 64;

    private readonly RowIndex _index = new();
    private readonly Stack<int> _free = new();

    public long[] CustomerIds { get; private set; } = new long[CapacityMin];

    /// <summary>R: day of the last counted order; meaningless in a prospect's row.</summary>
    public int[] Days { get; private set; } = new int[CapacityMin];

    /// <summary>F: counted orders; 0 for a prospect, <see cref="Freed"/> for a row nobody has.</summary>
    public int[] Orders { get; private set; } = new int[CapacityMin];

    /// <summary>M: sum of nets, minor units.</summary>
    public long[] Money { get; private set; } = new long[CapacityMin];

    /// <summary>As tallied, see <see cref="RfmTriple"/>.</summary>
    public byte[] Triples { get; private set; } = new byte[CapacityMin];

    /// <summary>Rows in use or freed: every row number is smaller.</summary>
    public int RowsEnd { get; private set; }

    public int Customers => RowsEnd - _free.Count;

    public long Bytes => ((long)CustomerIds.Length * (sizeof(long) + sizeof(int) + sizeof(int) + sizeof(long) + sizeof(byte))) + _index.Bytes;

    /// <summary>The customer's row, or -1.</summary>
    public int Find(long customerId) => _index.Find(customerId, CustomerIds);

    /// <summary>A row for a customer that has none: a prospect's, to begin with.</summary>
    public int Add(long customerId)
    {
        var row = _free.Count > 0 ? _free.Pop() : RowsEnd++;
        if (row == CustomerIds.Length)
        {
            Grow();
        }

        CustomerIds[row] = customerId;
        Orders[row] = 0;
        Money[row] = 0;
        Triples[row] = RfmTriple.None;
        _index.Add(row, CustomerIds);
        return row;
    }

    public void Free(int row)
    {
        _index.Remove(row, CustomerIds);
        Orders[row] = Freed;
        _free.Push(row);
    }

    private void Grow()
    {
        var capacity = CustomerIds.Length + (CustomerIds.Length / 2);
        CustomerIds = Resized(CustomerIds, capacity);
        Days = Resized(Days, capacity);
        Orders = Resized(Orders, capacity);
        Money = Resized(Money, capacity);
        Triples = Resized(Triples, capacity);
    }

    private static T[] Resized<T>(T[] column, int capacity)
    {
        Array.Resize(ref column, capacity);
        return column;
    }
}
