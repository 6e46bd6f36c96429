namespace XSight.Abstractions;

/// <summary>A customer behind a figure.</summary>
/// <param name="Orders">Counted orders in the period.</param>
/// <param name="NetMinor">Of those orders, refunds dated by the order.</param>
/// <param name="FirstDay">Of the first counted order ever.</param>
/// <param name="LastDay">Of the last counted order.</param>
[GenerateSerializer, Immutable, Alias("xsight.sales-person")]
public sealed record SalesPerson(
    [property: Id(0)] long CustomerId,
    [property: Id(1)] int Orders,
    [property: Id(2)] long NetMinor,
    [property: Id(3)] int FirstDay,
    [property: Id(4)] int LastDay);
