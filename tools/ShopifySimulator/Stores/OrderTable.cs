namespace XSight.ShopifySimulator;

/// <summary>
/// The orders of a store as columns, about 40 bytes an order; a row's index never changes. Rows come in the order of their processing, and
/// the orders of a customer form a chain. What is rarely set lies beside the columns in <see cref="Edits"/>.
/// </summary>
internal sealed class OrderTable(int capacity)
{
    public const int NoCustomer = -1;
    public const int EndOfChain = -1;

    private SortedRows? _byId;
    private SortedRows? _byUpdated;
    private SortedRows? _byProcessed;

    public List<long> Id { get; } = new(capacity);

    public List<int> Customer { get; } = new(capacity);

    public List<long> ProcessedAt { get; } = new(capacity);

    public List<long> UpdatedAt { get; } = new(capacity);

    public List<long> Total { get; } = new(capacity);

    public List<OrderFlags> Flags { get; } = new(capacity);

    public List<int> NextOfCustomer { get; } = new(capacity);

    public Dictionary<int, OrderEdits> Edits { get; } = [];

    public int Deleted { get; private set; }

    /// <summary>Rows, deleted ones included.</summary>
    public int Rows => Id.Count;

    public SortedRows ById => _byId ??= new SortedRows(Id, Id);

    public SortedRows ByUpdated => _byUpdated ??= new SortedRows(UpdatedAt, Id);

    public SortedRows ByProcessed => _byProcessed ??= new SortedRows(ProcessedAt, Id);

    public int Add(long id, int customer, long processedAt, long updatedAt, long total, OrderFlags flags)
    {
        var row = Rows;
        Id.Add(id);
        Customer.Add(customer);
        ProcessedAt.Add(processedAt);
        UpdatedAt.Add(updatedAt);
        Total.Add(total);
        Flags.Add(flags);
        NextOfCustomer.Add(EndOfChain);
        _byId?.Insert(row);
        _byUpdated?.Insert(row);
        _byProcessed?.Insert(row);
        return row;
    }

    public void Touch(int row, long updatedAt)
    {
        _byUpdated?.Remove(row);
        UpdatedAt[row] = updatedAt;
        _byUpdated?.Insert(row);
    }

    public void Delete(int row)
    {
        if (!Flags[row].HasFlag(OrderFlags.Deleted))
        {
            Flags[row] |= OrderFlags.Deleted;
            Deleted++;
        }
    }

    public OrderEdits EditsOf(int row)
    {
        if (!Edits.TryGetValue(row, out var edits))
        {
            Edits.Add(row, edits = new OrderEdits());
        }

        return edits;
    }
}
