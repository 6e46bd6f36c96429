namespace XSight.Storage;

/// <summary>Metrics and the version of the facts they were derived from.</summary>
public sealed record DerivedMetrics(long CustomerId, long FactsVersion, CustomerMetrics Metrics);
