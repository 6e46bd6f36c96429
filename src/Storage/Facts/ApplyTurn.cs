namespace XSight.Storage;

/// <summary>One customer's turn, or that of orders without a customer: newer facts in, metrics derived anew, deliveries done, one commit.</summary>
internal sealed class ApplyTurn(
    TenantId tenant,
    long? customerId,
    IReadOnlyList<StagedCustomer> customers,
    IReadOnlyCollection<StagedOrder> orders,
    IReadOnlyList<long> inboxSeqs,
    Func<IReadOnlyList<CountedOrder>, CustomerMetrics> derive,
    Dialect dialect,
    long arrivedAtMs,
    CancellationToken cancellationToken)
    : WriteOperation<CustomerChange?>(tenant, orders.Count + inboxSeqs.Count + 1, cancellationToken)
{
    /// <summary>Whose metrics are derived; null for orders without a customer.</summary>
    public CustomerKey? Key => customerId is { } id ? new CustomerKey(tenant, id) : null;

    /// <summary>What was told of the customer; empty when only orders came.</summary>
    public IReadOnlyList<StagedCustomer> Customers => customers;

    public IReadOnlyCollection<StagedOrder> Orders => orders;

    public IEnumerable<StagedDelivery> Deliveries => inboxSeqs.Select(seq => new StagedDelivery(tenant, seq));

    public CustomerMetrics Derive(IReadOnlyList<CountedOrder> counted) => derive(counted);

    public void Answer(CustomerChange? change) => Result = change;

    public override WriteBatch NewBatch() => new ApplyBatch(this, dialect, arrivedAtMs);

    public override Task RunAsync(Session session) => NewBatch().RunAsync(session);
}
