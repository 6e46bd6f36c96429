namespace XSight.Abstractions;

/// <summary>Customers by the period of their first counted order.</summary>
/// <param name="FromDay">Of first orders, days since 1970-01-01; null for the beginning.</param>
/// <param name="ToDay">Of first orders, included; null for today.</param>
[GenerateSerializer, Immutable, Alias("xsight.cohort-query")]
public sealed record CohortQuery(
    [property: Id(0)] CalendarPeriod By,
    [property: Id(1)] CohortSplit Split = CohortSplit.None,
    [property: Id(2)] int? FromDay = null,
    [property: Id(3)] int? ToDay = null,
    [property: Id(4)] RefundDating Refunds = RefundDating.Order);
