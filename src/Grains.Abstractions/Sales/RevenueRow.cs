namespace XSight.Abstractions;

/// <summary>One period of a series; the first and the last may be cut by the days that were asked for.</summary>
[GenerateSerializer, Immutable, Alias("xsight.revenue-row")]
public sealed record RevenueRow([property: Id(0)] int FromDay, [property: Id(1)] int ToDay, [property: Id(2)] RevenueFigures Figures);
