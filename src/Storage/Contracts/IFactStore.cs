namespace XSight.Storage;

/// <summary>
/// The facts of a store and what is derived from them. A merge is commutative and idempotent: the row with the newer source version
/// (<c>UpdatedAt</c>, then arrival) wins, in one statement, whichever road the fact took.
/// </summary>
public interface IFactStore
{
    /// <summary>Customers and orders of one batch together.</summary>
    const int BatchRowsMax = 50_000;

    /// <summary>Customers or changes of one read.</summary>
    const int ReadRowsMax = 50_000;

    /// <summary>
    /// Merges a batch in one transaction. Rows that win mark their customers, the old and the new one of a moved order too, as touched:
    /// their <c>facts_version</c> grows past their <c>metrics_version</c>. An order of an unknown customer makes that customer's row.
    /// </summary>
    Task<MergeResult> MergeAsync(TenantId tenant, IReadOnlyList<CustomerFact> customers, IReadOnlyList<OrderRow> orders, CancellationToken cancellationToken);

    /// <summary>
    /// Customers whose metrics are older than their facts, by id, after <paramref name="afterCustomerId"/>, each with its orders; at most
    /// <paramref name="limit"/>. One consistent read.
    /// </summary>
    Task<IReadOnlyList<CustomerFacts>> ReadTouchedAsync(TenantId tenant, long afterCustomerId, int limit, CancellationToken cancellationToken);

    /// <summary>One customer with its orders, one consistent read; null when there is none.</summary>
    Task<CustomerFacts?> ReadCustomerAsync(TenantId tenant, long customerId, CancellationToken cancellationToken);

    /// <summary>
    /// Writes metrics where the customer's <c>facts_version</c> still is the one they were derived from, and gives each written row the
    /// next <c>change_seq</c> of the tenant. Positions are handed out in commit order: a reader of the feed never misses one.
    /// Returns the written changes; a customer that is missing from them changed meanwhile and stays touched.
    /// </summary>
    Task<IReadOnlyList<CustomerChange>> WriteMetricsAsync(TenantId tenant, IReadOnlyList<DerivedMetrics> metrics, CancellationToken cancellationToken);

    /// <summary>
    /// One turn in one transaction: merges the facts, lets <paramref name="derive"/> compute the metrics over the customer's counted orders
    /// as they now are, in any order, writes them with the next <c>change_seq</c>, and completes the deliveries that brought the facts. Concurrent calls
    /// share transactions (group commit). Null when no figure of the customer changed.
    /// </summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="customerId">Whose turn it is; null for orders without a customer, which count in revenue only.</param>
    /// <param name="customer">What the store says of the customer; null when only orders came.</param>
    /// <param name="orders">Orders of that customer.</param>
    /// <param name="inboxSeqs">Deliveries that are done with this commit; empty when the facts came another way.</param>
    /// <param name="derive">Runs inside the transaction: pure and short.</param>
    /// <param name="cancellationToken">Gives up waiting; the commit may happen all the same.</param>
    Task<CustomerChange?> ApplyAsync(
        TenantId tenant,
        long? customerId,
        CustomerFact? customer,
        IReadOnlyList<OrderRow> orders,
        IReadOnlyList<long> inboxSeqs,
        Func<IReadOnlyList<CountedOrder>, CustomerMetrics> derive,
        CancellationToken cancellationToken);

    /// <summary>
    /// The store deleted an order of which it tells nothing but the id: leaves a tombstone as of <paramref name="at"/>, touches its customer, completes the
    /// deliveries. Returns the touched customer, null when there is none.
    /// </summary>
    Task<long?> DeleteOrderAsync(TenantId tenant, long orderId, DateTimeOffset at, IReadOnlyList<long> inboxSeqs, CancellationToken cancellationToken);

    /// <summary>
    /// The store merged one customer into another: all orders of the one are now the other's, the one is a tombstone, both are touched,
    /// the deliveries are done. Idempotent, also when an order of the one arrives later.
    /// </summary>
    Task MergeCustomersAsync(TenantId tenant, long keptCustomerId, long goneCustomerId, DateTimeOffset at, IReadOnlyList<long> inboxSeqs, CancellationToken cancellationToken);

    /// <summary>The change feed after a position, in order, at most <paramref name="limit"/> rows. Position 0 is the beginning; a customer appears once, at its last position.</summary>
    Task<IReadOnlyList<CustomerChange>> ReadChangesAsync(TenantId tenant, long afterSeq, int limit, CancellationToken cancellationToken);

    /// <summary>Removes every row of the tenant.</summary>
    Task EraseTenantAsync(TenantId tenant, CancellationToken cancellationToken);
}
