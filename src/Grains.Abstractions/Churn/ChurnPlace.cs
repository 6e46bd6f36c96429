namespace XSight.Abstractions;

/// <summary>A place in the work list.</summary>
[GenerateSerializer, Immutable, Alias("xsight.churn-place")]
public readonly record struct ChurnPlace([property: Id(0)] long RevenueAtRiskMinor, [property: Id(1)] long CustomerId);
