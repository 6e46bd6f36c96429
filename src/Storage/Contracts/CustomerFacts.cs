namespace XSight.Storage;

/// <summary>A customer with all its orders, as of one <see cref="FactsVersion"/>.</summary>
/// <param name="Customer">What the store says; a customer known only through an order has its id and nothing else.</param>
/// <param name="FactsVersion">Grows with every fact that changed the customer or one of its orders.</param>
/// <param name="Metrics">As last derived.</param>
/// <param name="Orders">Newest first, without deleted ones.</param>
public sealed record CustomerFacts(CustomerFact Customer, long FactsVersion, CustomerMetrics Metrics, IReadOnlyList<OrderRow> Orders);
