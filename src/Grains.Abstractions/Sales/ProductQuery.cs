namespace XSight.Abstractions;

/// <summary>Products of the counted orders between two days, and which are bought together.</summary>
/// <param name="FromDay">Days since 1970-01-01; null for the beginning.</param>
/// <param name="ToDay">Included; null for today.</param>
/// <param name="Limit">Rows of products and of pairs, each; 1 to <see cref="SalesLimits.RowsMax"/>.</param>
[GenerateSerializer, Immutable, Alias("xsight.product-query")]
public sealed record ProductQuery(
    [property: Id(0)] int? FromDay = null,
    [property: Id(1)] int? ToDay = null,
    [property: Id(2)] ProductSort Sort = ProductSort.Net,
    [property: Id(3)] int Limit = 50);
