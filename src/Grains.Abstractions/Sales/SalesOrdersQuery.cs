namespace XSight.Abstractions;

/// <summary>The orders behind a figure of a period.</summary>
/// <param name="Concern">Those of a step of the bridge; null for the counted orders of the period.</param>
/// <param name="ProductId">Only orders with a line of this product.</param>
/// <param name="WithProductId">Together with <paramref name="ProductId"/>: only orders in which the two are a <see cref="ProductPair"/>.</param>
/// <param name="After">The last order of the page before; null for the first page.</param>
/// <param name="Limit">1 to <see cref="SalesLimits.RowsMax"/>.</param>
[GenerateSerializer, Immutable, Alias("xsight.sales-orders-query")]
public sealed record SalesOrdersQuery(
    [property: Id(0)] int FromDay,
    [property: Id(1)] int ToDay,
    [property: Id(2)] BridgeStepKind? Concern = null,
    [property: Id(3)] long? ProductId = null,
    [property: Id(6)] long? WithProductId = null,
    [property: Id(4)] SalesOrderCursor? After = null,
    [property: Id(5)] int Limit = 50);
