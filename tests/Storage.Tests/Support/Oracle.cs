using XSight.Storage;

namespace XSight.Storage.Tests;

/// <summary>What the store should hold, by the plainest code: rows in dictionaries, metrics derived by reading all of them.</summary>
internal sealed class Oracle
{
    private readonly Dictionary<long, OrderRow> _orders = [];
    private readonly Dictionary<long, Entry> _customers = [];
    private readonly Dictionary<long, long> _keptOf = [];

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
        foreach (var facts in customers.GroupBy(c => c.CustomerId).Select(g => g.OrderBy(c => c.UpdatedAt).ToList()))
        {
            Merge(facts[^1] with { CreatedAt = facts.Min(f => f.CreatedAt) }, facts.LastOrDefault(f => !f.Tags.IsDefault), facts.LastOrDefault(f => f.EmailConsent is not null));
        }

        foreach (var row in orders.GroupBy(o => o.Fact.OrderId).Select(g => g.OrderBy(o => o.Fact.UpdatedAt).Last()))
        {
            Merge(row);
        }
    }

    /// <returns>The customer that is touched by it.</returns>
    public long? DeleteOrder(long id, DateTimeOffset at)
    {
        var row = _orders.GetValueOrDefault(id) ?? Shop.Order(id, null);
        var tombstone = row with { Fact = row.Fact with { UpdatedAt = at, Deleted = true }, Counted = false };
        return Merge(tombstone) ? tombstone.Fact.CustomerId : null;
    }

    public void MergeCustomers(long kept, long gone)
    {
        kept = _keptOf.GetValueOrDefault(kept, kept);
        if (kept == gone || _keptOf.ContainsKey(gone))
        {
            return;
        }

        foreach (var row in OrdersOf(gone))
        {
            _orders[row.Fact.OrderId] = row with { Fact = row.Fact with { CustomerId = kept } };
        }

        foreach (var before in _keptOf.Where(k => k.Value == gone).Select(k => k.Key).Append(gone).ToList())
        {
            _keptOf[before] = kept;
        }

        var buried = Touch(gone);
        buried.Fact = buried.Fact with { Deleted = true };
        Touch(kept);
    }

    /// <summary>Writes the metrics as they should be derived from the orders now.</summary>
    public void Derive(long id)
    {
        _customers[id].Metrics = Shop.Derive(OrdersOf(id));
        _customers[id].Derived = _customers[id].Version;
    }

    private static bool Wins(DateTimeOffset version, DateTimeOffset stored, bool same) => version > stored || (version == stored && !same);

    private static CustomerFact Core(CustomerFact fact) => fact with { Tags = [], EmailConsent = null, CreatedAt = default };

    private void Merge(CustomerFact told, CustomerFact? tagged, CustomerFact? consenting)
    {
        var fact = Core(told) with { Deleted = told.Deleted || _keptOf.ContainsKey(told.CustomerId) };
        var stored = _customers.GetValueOrDefault(fact.CustomerId);
        var wins = stored is null || Wins(fact.UpdatedAt, stored.Fact.UpdatedAt, Texts.Same(fact, Core(stored.Fact)));
        var tagsWin = tagged is not null
            && (stored is null || Wins(tagged.UpdatedAt, stored.TagsAt, Texts.Same(tagged.Tags, stored.Fact.Tags)));
        var consentWins = consenting is not null
            && (stored is null || Wins(consenting.UpdatedAt, stored.ConsentAt, consenting.EmailConsent == stored.Fact.EmailConsent));
        var createdWins = stored is null || stored.Fact.UpdatedAt == DateTimeOffset.UnixEpoch || told.CreatedAt < stored.Fact.CreatedAt;
        if (!wins && !tagsWin && !consentWins && !createdWins)
        {
            return;
        }

        var entry = Touch(fact.CustomerId);
        var (tags, consent) = (tagsWin ? tagged!.Tags : entry.Fact.Tags, consentWins ? consenting!.EmailConsent : entry.Fact.EmailConsent);
        entry.TagsAt = tagsWin ? tagged!.UpdatedAt : entry.TagsAt;
        entry.ConsentAt = consentWins ? consenting!.UpdatedAt : entry.ConsentAt;
        var created = createdWins ? told.CreatedAt : entry.Fact.CreatedAt;
        entry.Fact = (wins ? fact : entry.Fact) with { Tags = tags, EmailConsent = consent, CreatedAt = created };
    }

    /// <returns>Whether the row was news.</returns>
    private bool Merge(OrderRow told)
    {
        var customerId = told.Fact.CustomerId is { } id ? _keptOf.GetValueOrDefault(id, id) : (long?)null;
        var row = told with { Fact = told.Fact with { CustomerId = customerId } };
        var stored = _orders.GetValueOrDefault(row.Fact.OrderId);
        if (stored is not null && !Wins(row.Fact.UpdatedAt, stored.Fact.UpdatedAt, Texts.Same(row, stored)))
        {
            return false;
        }

        _orders[row.Fact.OrderId] = row;
        foreach (var customer in new[] { row.Fact.CustomerId, stored?.Fact.CustomerId }.OfType<long>().Distinct())
        {
            Touch(customer);
        }

        return true;
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

        public DateTimeOffset TagsAt { get; set; } = DateTimeOffset.UnixEpoch;

        public DateTimeOffset ConsentAt { get; set; } = DateTimeOffset.UnixEpoch;

        public long Version { get; set; }

        public long Derived { get; set; }

        public CustomerMetrics Metrics { get; set; } = CustomerMetrics.None;
    }
}
