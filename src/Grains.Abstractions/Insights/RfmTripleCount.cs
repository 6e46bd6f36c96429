namespace XSight.Abstractions;

/// <summary>Customers and their money with one triple of scores.</summary>
[GenerateSerializer, Immutable, Alias("xsight.rfm-triple-count")]
public readonly record struct RfmTripleCount(
    [property: Id(0)] int R,
    [property: Id(1)] int F,
    [property: Id(2)] int M,
    [property: Id(3)] int Count,
    [property: Id(4)] long RevenueMinor);
