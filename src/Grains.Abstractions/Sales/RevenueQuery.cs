namespace XSight.Abstractions;

/// <summary>A series of sales between two days, both included, and the same stretch before it.</summary>
/// <param name="FromDay">Days since 1970-01-01; null for as far back as is usual for the period.</param>
/// <param name="ToDay">Null for today.</param>
[GenerateSerializer, Immutable, Alias("xsight.revenue-query")]
public sealed record RevenueQuery(
    [property: Id(0)] CalendarPeriod By,
    [property: Id(1)] int? FromDay = null,
    [property: Id(2)] int? ToDay = null,
    [property: Id(3)] RefundDating Refunds = RefundDating.Refund);
