namespace XSight.Abstractions;

/// <summary>Days since the first order, the share that has ordered again by then, and the customers who have: those of <see cref="SecondOrderState.Came"/> within so many days.</summary>
[GenerateSerializer, Immutable, Alias("xsight.second-order-point")]
public readonly record struct SecondOrderPoint([property: Id(0)] int Day, [property: Id(1)] double Share, [property: Id(2)] int Customers);
