namespace XSight.Abstractions;

/// <summary>An order behind a figure; what else is known of it is in the store.</summary>
/// <param name="CustomerId">Null for an anonymous order.</param>
/// <param name="Day">Days since 1970-01-01 on the shop's calendar.</param>
/// <param name="ProcessedAtMs">UTC epoch milliseconds.</param>
/// <param name="RefundsMinor">Money paid back, whenever that was; gross less this and net is what edits changed.</param>
[GenerateSerializer, Immutable, Alias("xsight.sales-order-row")]
public sealed record SalesOrderRow(
    [property: Id(0)] long OrderId,
    [property: Id(1)] long? CustomerId,
    [property: Id(2)] int Day,
    [property: Id(3)] long ProcessedAtMs,
    [property: Id(4)] SaleKind Kind,
    [property: Id(5)] long GrossMinor,
    [property: Id(6)] long RefundsMinor,
    [property: Id(7)] long NetMinor);
