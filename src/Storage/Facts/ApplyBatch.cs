namespace XSight.Storage;

/// <summary>
/// Turns of different customers in shared statements: their number costs rows, not round trips. No two turns of a batch have a
/// customer or an order in common, so that their outcome is as if they had come one after another.
/// </summary>
internal sealed class ApplyBatch : WriteBatch
{
    private readonly Dialect _dialect;
    private readonly long _nowMs;
    private readonly List<ApplyTurn> _turns = [];
    private readonly Dictionary<CustomerKey, ApplyTurn> _turnOf = [];
    private readonly HashSet<(TenantId, long)> _orders = [];
    private readonly HashSet<CustomerKey> _customers = [];

    public ApplyBatch(ApplyTurn first, Dialect dialect, long nowMs)
    {
        _dialect = dialect;
        _nowMs = nowMs;
        Add(first);
    }

    public override bool TryAdd(WriteOperation operation)
    {
        if (operation is not ApplyTurn turn
            || Customers(turn).Any(_customers.Contains)
            || turn.Orders.Any(o => _orders.Contains((o.Tenant, o.Fact.OrderId))))
        {
            return false;
        }

        Add(turn);
        return true;
    }

    public override async Task RunAsync(Session session)
    {
        var customers = _turns.SelectMany(t => t.Customers).ToList();
        var orders = _turns.SelectMany(t => t.Orders).ToList();
        await FactMerge.RunAsync(session, _dialect, customers, orders, _nowMs);

        var derived = await DeriveAsync(session);
        var changes = await MetricsWriter.RunAsync(session, _dialect, derived);
        await InboxCompletion.RunAsync(session, _dialect, [.. _turns.SelectMany(t => t.Deliveries)], _nowMs);
        foreach (var turn in _turns)
        {
            turn.Answer(null);
        }

        foreach (var (key, change) in changes)
        {
            _turnOf[key].Answer(change);
        }
    }

    private static IEnumerable<CustomerKey> Customers(ApplyTurn turn) =>
        turn.Orders.Where(o => o.Fact.CustomerId is not null).Select(o => new CustomerKey(o.Tenant, o.Fact.CustomerId!.Value))
            .Concat(turn.Key is { } key ? [key] : []);

    private void Add(ApplyTurn turn)
    {
        _turns.Add(turn);
        if (turn.Key is { } key)
        {
            _turnOf.Add(key, turn);
        }

        _customers.UnionWith(Customers(turn));
        _orders.UnionWith(turn.Orders.Select(o => (o.Tenant, o.Fact.OrderId)));
    }

    private async Task<IReadOnlyDictionary<CustomerKey, StagedMetrics>> DeriveAsync(Session session)
    {
        var turns = _turnOf.Values.ToArray();
        await _dialect.StageAsync(session, StagedFacts.Turns, [.. turns.Select((turn, i) => new StagedTurn(turn.Key!.Value, i))], CancellationToken.None);
        var touched = await session.QueryAsync(
            MetricsSql.TouchedTurns, [], row => (Turn: row.GetInt32(0), FactsVersion: row.GetInt64(1)), CancellationToken.None);
        var orders = await session.QueryAsync(
            MetricsSql.OrdersOfTurns,
            [],
            row => (Turn: row.GetInt32(0), Order: new CountedOrder(row.Time(1), row.GetInt32(2), row.GetInt64(3))),
            CancellationToken.None);
        var ordersOf = orders.ToLookup(o => o.Turn, o => o.Order);
        return touched.ToDictionary(t => turns[t.Turn].Key!.Value, t => Derive(turns[t.Turn], t.FactsVersion, [.. ordersOf[t.Turn]]));
    }

    private static StagedMetrics Derive(ApplyTurn turn, long factsVersion, IReadOnlyList<CountedOrder> counted)
    {
        var (tenant, customerId) = turn.Key!.Value;
        return new StagedMetrics(tenant, new DerivedMetrics(customerId, factsVersion, turn.Derive(counted)));
    }
}
