namespace XSight.Abstractions;

/// <summary>A product's sales on the days of its orders, after discounts and what came back; without taxes and shipping.</summary>
/// <param name="ProductId">0 for custom items and products the store no longer has, together.</param>
/// <param name="Quantity">Pieces that stayed sold.</param>
/// <param name="Orders">Counted orders with it.</param>
/// <param name="Buyers">Customers among their buyers.</param>
[GenerateSerializer, Immutable, Alias("xsight.product-row")]
public sealed record ProductRow(
    [property: Id(0)] long ProductId,
    [property: Id(1)] long NetMinor,
    [property: Id(2)] long Quantity,
    [property: Id(3)] int Orders,
    [property: Id(4)] int Buyers);
