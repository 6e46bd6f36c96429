using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>One customer of one store, key <see cref="CustomerKey"/>. The database is the truth; the grain holds what it last read or wrote.</summary>
[Alias("xsight.customer-grain")]
public interface ICustomerGrain : IGrainWithStringKey
{
    /// <summary>The customer with figures, scores and orders, never older than the store; null when the tenant has no such customer.</summary>
    [Alias("get-profile")]
    Task<CustomerProfile?> GetProfile(CancellationToken cancellationToken = default);

    /// <summary>Replaces the orders and the customer by newer facts, derives the metrics anew and commits all in one transaction. Idempotent.</summary>
    [Alias("apply")]
    Task Apply(CustomerFact? customer, ImmutableArray<OrderFact> orders, CancellationToken cancellationToken = default);
}
