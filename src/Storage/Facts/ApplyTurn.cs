namespace XSight.Storage;

/// <summary>One customer's turn: newer facts in, metrics derived anew, one commit.</summary>
internal sealed class ApplyTurn(
    CustomerKey key,
    CustomerFact? customer,
    IReadOnlyCollection<OrderRow> orders,
    Func<IReadOnlyList<OrderRow>, CustomerMetrics> derive,
    Dialect dialect,
    long arrivedAtMs,
    CancellationToken cancellationToken)
    : WriteOperation<CustomerChange?>(key.Tenant, orders.Count + 1, cancellationToken)
{
    public CustomerKey Key => key;

    public StagedCustomer? Customer => customer is null ? null : new StagedCustomer(key.Tenant, customer, arrivedAtMs);

    public IEnumerable<StagedOrder> Orders => orders.Select(order => new StagedOrder(key.Tenant, order, arrivedAtMs));

    public CustomerMetrics Derive(IReadOnlyList<OrderRow> all) => derive(all);

    public void Answer(CustomerChange? change) => Result = change;

    public override WriteBatch NewBatch() => new ApplyBatch(this, dialect, arrivedAtMs);

    public override Task RunAsync(Session session) => NewBatch().RunAsync(session);
}
