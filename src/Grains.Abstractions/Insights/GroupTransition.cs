namespace XSight.Abstractions;

/// <summary>How many customers moved from one group to another in a week (its Monday, days since 1970-01-01, shop's calendar), and their money.</summary>
[GenerateSerializer, Immutable, Alias("xsight.group-transition")]
public sealed record GroupTransition(
    [property: Id(0)] int WeekDay,
    [property: Id(1)] string From,
    [property: Id(2)] string To,
    [property: Id(3)] int Customers,
    [property: Id(4)] long RevenueMinor);
