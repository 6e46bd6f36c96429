using System.Data.Common;

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

    private static CustomerKey Key(DbDataReader row) => new(TenantId.Parse(row.GetString(0)), row.GetInt64(1));

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
        await _dialect.StageAsync(session, StagedFacts.Turns, _turnOf.Keys, CancellationToken.None);
        var touched = await session.QueryAsync(
            MetricsSql.TouchedTurns,
            [],
            row => (Key: Key(row), FactsVersion: row.GetInt64(2)),
            CancellationToken.None);
        var orders = await session.QueryAsync(
            MetricsSql.OrdersOfTurns,
            [],
            row => (Key: Key(row), Order: new CountedOrder(row.Time(2), row.GetInt32(3), row.GetInt64(4))),
            CancellationToken.None);
        var ordersOf = orders.ToLookup(o => o.Key, o => o.Order);
        return touched.ToDictionary(
            t => t.Key,
            t => new StagedMetrics(t.Key.Tenant, new DerivedMetrics(t.Key.CustomerId, t.FactsVersion, _turnOf[t.Key].Derive([.. ordersOf[t.Key]]))));
    }
}
