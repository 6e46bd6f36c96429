using XSight.Storage;

namespace XSight.Storage.Tests;

/// <summary>What the store should hold, by the plainest code: rows in dictionaries, metrics derived by reading all of them.</summary>
internal sealed class Oracle
{
    private readonly Dictionary<long, OrderRow> _orders = [];
    private readonly Dictionary<long, Entry> _customers = [];

    public IEnumerable<long> Customers => _customers.Keys.Order();

    public IEnumerable<long> Touched => _customers.Where(c => c.Value.Derived < c.Value.Version).Select(c => c.Key).Order();

    public IEnumerable<OrderRow> Orders => _orders.Values.Where(o => !o.Fact.Deleted);

    public CustomerFact Fact(long id) => _customers[id].Fact;

    public long Version(long id) => _customers[id].Version;

    public CustomerMetrics Metrics(long id) => _customers[id].Metrics;

    public List<OrderRow> OrdersOf(long id) =>
        [.. Orders.Where(o => o.Fact.CustomerId == id).OrderByDescending(o => o.Fact.ProcessedAt).ThenByDescending(o => o.Fact.OrderId)];

    /// <summary>A batch's rows one after another; of an entity that is in it more than once the newest.</summary>
    public void Merge(IEnumerable<CustomerFact> customers, IEnumerable<OrderRow> orders)
    {
        foreach (var fact in customers.GroupBy(c => c.CustomerId).Select(g => g.OrderBy(c => c.UpdatedAt).Last()))
        {
            Merge(fact);
        }

        foreach (var row in orders.GroupBy(o => o.Fact.OrderId).Select(g => g.OrderBy(o => o.Fact.UpdatedAt).Last()))
        {
            Merge(row);
        }
    }

    /// <summary>Writes the metrics as they should be derived from the orders now.</summary>
    public void Derive(long id)
    {
        _customers[id].Metrics = Shop.Derive(OrdersOf(id));
        _customers[id].Derived = _customers[id].Version;
    }

    private static bool Wins(DateTimeOffset version, DateTimeOffset stored, bool same) => version > stored || (version == stored && !same);

    private void Merge(CustomerFact fact)
    {
        var stored = _customers.GetValueOrDefault(fact.CustomerId);
        if (stored is null || Wins(fact.UpdatedAt, stored.Fact.UpdatedAt, Texts.Same(fact, stored.Fact)))
        {
            Touch(fact.CustomerId).Fact = fact;
        }
    }

    private void Merge(OrderRow row)
    {
        var stored = _orders.GetValueOrDefault(row.Fact.OrderId);
        if (stored is not null && !Wins(row.Fact.UpdatedAt, stored.Fact.UpdatedAt, Texts.Same(row, stored)))
        {
            return;
        }

        _orders[row.Fact.OrderId] = row;
        foreach (var customer in new[] { row.Fact.CustomerId, stored?.Fact.CustomerId }.OfType<long>().Distinct())
        {
            Touch(customer);
        }
    }

    private Entry Touch(long id)
    {
        if (!_customers.TryGetValue(id, out var entry))
        {
            entry = new Entry { Fact = new CustomerFact { CustomerId = id, UpdatedAt = DateTimeOffset.UnixEpoch, CreatedAt = DateTimeOffset.UnixEpoch } };
            _customers.Add(id, entry);
        }

        entry.Version++;
        return entry;
    }

    private sealed class Entry
    {
        public required CustomerFact Fact { get; set; }

        public long Version { get; set; }

        public long Derived { get; set; }

        public CustomerMetrics Metrics { get; set; } = CustomerMetrics.None;
    }
}
