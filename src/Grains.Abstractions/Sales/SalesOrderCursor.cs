namespace XSight.Abstractions;

/// <summary>A place in a list of orders, newest first.</summary>
[GenerateSerializer, Immutable, Alias("xsight.sales-order-cursor")]
public sealed record SalesOrderCursor([property: Id(0)] long ProcessedAtMs, [property: Id(1)] long OrderId);
