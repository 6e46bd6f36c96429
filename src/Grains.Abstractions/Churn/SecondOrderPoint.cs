namespace XSight.Abstractions;

/// <summary>Days since the first order, and the share that has ordered again by then.</summary>
[GenerateSerializer, Immutable, Alias("xsight.second-order-point")]
public readonly record struct SecondOrderPoint([property: Id(0)] int Day, [property: Id(1)] double Share);
