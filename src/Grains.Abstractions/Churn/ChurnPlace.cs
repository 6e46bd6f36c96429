namespace XSight.Abstractions;

/// <summary>A place in the work list, whatever it is sorted by.</summary>
[GenerateSerializer, Immutable, Alias("xsight.churn-place")]
public readonly record struct ChurnPlace([property: Id(0)] long RevenueAtRiskMinor, [property: Id(1)] long CustomerId, [property: Id(2)] double Risk);
