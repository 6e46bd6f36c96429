namespace XSight.Abstractions;

/// <summary>What is left of one line of an order, after discounts, edits and returns; without taxes and shipping.</summary>
/// <param name="LineId">The store's own.</param>
/// <param name="ProductId">Null for a custom item and for a product that the store no longer has.</param>
/// <param name="VariantId">Null as the product is.</param>
/// <param name="Title">The product's, as it was when sold.</param>
/// <param name="Sku">Null when there is none.</param>
/// <param name="Quantity">Pieces left after edits and returns; 0 for a line that was taken back whole.</param>
/// <param name="NetMinor">What they cost after all discounts, minor units.</param>
[GenerateSerializer, Immutable, Alias("xsight.order-line")]
public sealed record OrderLine(
    [property: Id(0)] long LineId,
    [property: Id(1)] long? ProductId,
    [property: Id(2)] long? VariantId,
    [property: Id(3)] string Title,
    [property: Id(4)] string? Sku,
    [property: Id(5)] int Quantity,
    [property: Id(6)] long NetMinor);
