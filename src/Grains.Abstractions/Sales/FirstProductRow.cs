namespace XSight.Abstractions;

/// <summary>Customers whose first counted order was mainly for one product, as in <see cref="CohortSplit.Product"/>.</summary>
/// <param name="ProductId">0 for customers whose first order names no product.</param>
/// <param name="Customers">Whose later days are over.</param>
/// <param name="Repeaters">Of them, who ordered again within those days.</param>
/// <param name="WithinMinor">Net of their further orders up to the last of those days.</param>
/// <param name="LaterMinor">Net of all their further orders until now.</param>
[GenerateSerializer, Immutable, Alias("xsight.first-product-row")]
public sealed record FirstProductRow(
    [property: Id(0)] long ProductId,
    [property: Id(1)] int Customers,
    [property: Id(2)] int Repeaters,
    [property: Id(3)] long WithinMinor,
    [property: Id(4)] long LaterMinor);
