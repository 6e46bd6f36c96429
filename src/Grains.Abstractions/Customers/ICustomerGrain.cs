using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>One customer of one store, key <see cref="CustomerKey"/>. The database is the truth; the grain holds what it last read or wrote.</summary>
[Alias("xsight.customer-grain")]
public interface ICustomerGrain : IGrainWithStringKey
{
    /// <summary>The customer with figures, scores and orders, never older than the store; null when the tenant has no such customer.</summary>
    [Alias("get-profile")]
    Task<CustomerProfile?> GetProfile(CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces the orders and the customer by newer facts, derives the metrics anew and commits all in one transaction, together with
    /// the mark that the deliveries which brought them are done. Idempotent.
    /// </summary>
    [Alias("apply")]
    Task Apply(CustomerFact? customer, ImmutableArray<OrderFact> orders, ImmutableArray<long> inboxSeqs, CancellationToken cancellationToken = default);

    /// <summary>Derives what was touched by another road, such as an order that was deleted or went to another customer.</summary>
    [Alias("derive")]
    Task Derive(CancellationToken cancellationToken = default);
}
