using System.Data.Common;

namespace XSight.Storage;

internal sealed class FactStore(StoreEngine engine) : IFactStore
{
    public Task<MergeResult> MergeAsync(
        TenantId tenant, IReadOnlyList<CustomerFact> customers, IReadOnlyList<OrderRow> orders, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(customers.Count + orders.Count, IFactStore.BatchRowsMax);
        var now = engine.NowMs();
        var newestCustomers = Newest.Of(tenant, customers, now);
        var newestOrders = Newest.Of(tenant, orders, now);
        return engine.WriteInLaneAsync(
            tenant,
            customers.Count + orders.Count,
            async session =>
            {
                var merged = await FactMerge.RunAsync(session, engine.Dialect, newestCustomers, newestOrders, now);
                return new MergeResult(merged.Customers, customers.Count - merged.Customers, merged.Orders, orders.Count - merged.Orders);
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<CustomerFacts>> ReadTouchedAsync(TenantId tenant, long afterCustomerId, int limit, CancellationToken cancellationToken)
    {
        CheckLimit(limit);
        (string, object?)[] page = [("tenant", tenant.Value), ("after", afterCustomerId), ("limit", (long)limit)];
        return engine.ReadSnapshotAsync(
            session => ReadFactsAsync(session, MetricsSql.Touched, MetricsSql.OrdersOfTouched, page, cancellationToken), cancellationToken);
    }

    public async Task<CustomerFacts?> ReadCustomerAsync(TenantId tenant, long customerId, CancellationToken cancellationToken)
    {
        (string, object?)[] key = [("tenant", tenant.Value), ("customer", customerId)];
        var found = await engine.ReadSnapshotAsync(
            session => ReadFactsAsync(session, MetricsSql.Customer, MetricsSql.OrdersOfCustomer, key, cancellationToken), cancellationToken);
        return found.SingleOrDefault();
    }

    public Task<IReadOnlyList<CustomerChange>> WriteMetricsAsync(
        TenantId tenant, IReadOnlyList<DerivedMetrics> metrics, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(metrics.Count, IFactStore.BatchRowsMax);
        var derived = new Dictionary<CustomerKey, StagedMetrics>(metrics.Count);
        foreach (var one in metrics)
        {
            derived[new CustomerKey(tenant, one.CustomerId)] = new StagedMetrics(tenant, one);
        }

        return engine.WriteInLaneAsync<IReadOnlyList<CustomerChange>>(
            tenant,
            metrics.Count,
            async session =>
            {
                var written = await MetricsWriter.RunAsync(session, engine.Dialect, derived);
                return [.. written.Select(w => w.Change).OrderBy(c => c.ChangeSeq)];
            },
            cancellationToken);
    }

    public Task<CustomerChange?> ApplyAsync(
        TenantId tenant,
        long? customerId,
        CustomerFact? customer,
        IReadOnlyList<OrderRow> orders,
        IReadOnlyList<long> inboxSeqs,
        Func<IReadOnlyList<CountedOrder>, CustomerMetrics> derive,
        CancellationToken cancellationToken)
    {
        if (customer is not null && customer.CustomerId != customerId)
        {
            throw new ArgumentException($"The turn of customer {customerId} was given the facts of {customer.CustomerId}.", nameof(customer));
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(orders.Count, IFactStore.BatchRowsMax);
        var now = engine.NowMs();
        var customers = Newest.Of(tenant, customer is null ? [] : [customer], now);
        var turn = new ApplyTurn(
            tenant, customerId, customers, Newest.Of(tenant, orders, now), inboxSeqs, derive, engine.Dialect, now, cancellationToken);
        return engine.WriteInLaneAsync(tenant, turn);
    }

    public Task<long?> DeleteOrderAsync(
        TenantId tenant, long orderId, DateTimeOffset at, IReadOnlyList<long> inboxSeqs, CancellationToken cancellationToken)
    {
        var now = engine.NowMs();
        return engine.WriteInLaneAsync(
            tenant,
            1 + inboxSeqs.Count,
            async session =>
            {
                var touched = await OrderDeletion.RunAsync(session, engine.Dialect, tenant, orderId, at, now);
                await InboxCompletion.RunAsync(session, engine.Dialect, tenant, inboxSeqs, now);
                return touched;
            },
            cancellationToken);
    }

    public Task MergeCustomersAsync(
        TenantId tenant, long keptCustomerId, long goneCustomerId, DateTimeOffset at, IReadOnlyList<long> inboxSeqs, CancellationToken cancellationToken)
    {
        var now = engine.NowMs();
        return engine.WriteInLaneAsync(
            tenant,
            1 + inboxSeqs.Count,
            async session =>
            {
                await CustomerMerge.RunAsync(session, tenant, keptCustomerId, goneCustomerId, at, now);
                await InboxCompletion.RunAsync(session, engine.Dialect, tenant, inboxSeqs, now);
                return inboxSeqs.Count;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<CustomerChange>> ReadChangesAsync(TenantId tenant, long afterSeq, int limit, CancellationToken cancellationToken)
    {
        CheckLimit(limit);
        return await engine.ReadAsync(
            session => session.QueryAsync(
                MetricsSql.Changes, [("tenant", tenant.Value), ("after", afterSeq), ("limit", (long)limit)], ReadChange, cancellationToken),
            cancellationToken);
    }

    public Task EraseTenantAsync(TenantId tenant, CancellationToken cancellationToken) => TenantErasure.RunAsync(engine, tenant, cancellationToken);

    private static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, IFactStore.ReadRowsMax);
    }

    private static CustomerChange ReadChange(DbDataReader row) => new()
    {
        CustomerId = row.GetInt64(0),
        ChangeSeq = row.GetInt64(1),
        Deleted = row.GetBoolean(2),
        Metrics = FactRows.Metrics(row, 3),
    };

    private async Task<IReadOnlyList<CustomerFacts>> ReadFactsAsync(
        Session session, string customersSql, string ordersSql, (string, object?)[] parameters, CancellationToken cancellationToken)
    {
        await engine.Dialect.PlanByKeysAsync(session, cancellationToken);
        var customers = await session.QueryAsync(customersSql, parameters, FactRows.CustomerFacts, cancellationToken);
        if (customers.Count == 0)
        {
            return [];
        }

        var orders = await session.QueryAsync(ordersSql, parameters, FactRows.Order, cancellationToken);
        var ordersOf = orders.ToLookup(o => o.Fact.CustomerId!.Value);
        return [.. customers.Select(c => c with { Orders = [.. ordersOf[c.Customer.CustomerId]] })];
    }
}
