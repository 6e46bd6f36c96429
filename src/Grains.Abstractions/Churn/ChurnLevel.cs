namespace XSight.Abstractions;

/// <summary>Customers of a risk level, and what of their expected spend is at risk.</summary>
[GenerateSerializer, Immutable, Alias("xsight.churn-level")]
public readonly record struct ChurnLevel(
    [property: Id(0)] RiskLevel Level, [property: Id(1)] int Customers, [property: Id(2)] long RevenueAtRiskMinor, [property: Id(3)] long ExpectedSpendMinor);
