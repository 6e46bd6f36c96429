namespace XSight.Abstractions;

/// <summary>What customers spend later, by the product they began with.</summary>
/// <param name="FromDay">Of first orders, days since 1970-01-01; null for the beginning.</param>
/// <param name="ToDay">Included; null for today.</param>
/// <param name="LaterDays">After the first order's day, 1 to <see cref="SalesLimits.LaterDaysMax"/>; only customers whose days are over are in the means.</param>
/// <param name="CustomersMin">Customers below whom a mean says nothing.</param>
/// <param name="Limit">Rows, 1 to <see cref="SalesLimits.RowsMax"/>.</param>
[GenerateSerializer, Immutable, Alias("xsight.first-product-query")]
public sealed record FirstProductQuery(
    [property: Id(0)] int? FromDay = null,
    [property: Id(1)] int? ToDay = null,
    [property: Id(2)] int LaterDays = 90,
    [property: Id(3)] int CustomersMin = 30,
    [property: Id(4)] int Limit = 50);
