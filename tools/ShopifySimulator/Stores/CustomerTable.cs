namespace XSight.ShopifySimulator;

/// <summary>The customers of a store as columns, about 40 bytes a customer. A row's index never changes.</summary>
internal sealed class CustomerTable(int capacity)
{
    private SortedRows? _byId;
    private SortedRows? _byUpdated;
    private SortedRows? _byCreated;

    public List<long> Id { get; } = new(capacity);

    public List<long> CreatedAt { get; } = new(capacity);

    public List<long> UpdatedAt { get; } = new(capacity);

    public List<int> FirstOrder { get; } = new(capacity);

    public List<int> LastOrder { get; } = new(capacity);

    public Dictionary<int, CustomerEdits> Edits { get; } = [];

    public HashSet<int> Deleted { get; } = [];

    /// <summary>Rows, deleted ones included.</summary>
    public int Rows => Id.Count;

    public SortedRows ById => _byId ??= new SortedRows(Id, Id);

    public SortedRows ByUpdated => _byUpdated ??= new SortedRows(UpdatedAt, Id);

    public SortedRows ByCreated => _byCreated ??= new SortedRows(CreatedAt, Id);

    public int Add(long id, long createdAt, long updatedAt)
    {
        var row = Rows;
        Id.Add(id);
        CreatedAt.Add(createdAt);
        UpdatedAt.Add(updatedAt);
        FirstOrder.Add(OrderTable.EndOfChain);
        LastOrder.Add(OrderTable.EndOfChain);
        _byId?.Insert(row);
        _byUpdated?.Insert(row);
        _byCreated?.Insert(row);
        return row;
    }

    public void Touch(int row, long updatedAt)
    {
        _byUpdated?.Remove(row);
        UpdatedAt[row] = updatedAt;
        _byUpdated?.Insert(row);
    }

    public CustomerEdits EditsOf(int row)
    {
        if (!Edits.TryGetValue(row, out var edits))
        {
            Edits.Add(row, edits = new CustomerEdits());
        }

        return edits;
    }
}
