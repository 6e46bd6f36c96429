namespace XSight.Abstractions;

/// <summary>Customers who came back within a span of days, both ends included; the last has no end.</summary>
[GenerateSerializer, Immutable, Alias("xsight.gap-bucket")]
public sealed record GapBucket([property: Id(0)] int FromDays, [property: Id(1)] int? ToDays, [property: Id(2)] int Customers);
