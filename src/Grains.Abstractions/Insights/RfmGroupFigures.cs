namespace XSight.Abstractions;

/// <summary>A group's customers, their money in minor units, and their share of the eligible customers (0 to 1; 0 for prospects).</summary>
[GenerateSerializer, Immutable, Alias("xsight.rfm-group-figures")]
public sealed record RfmGroupFigures(
    [property: Id(0)] string Group,
    [property: Id(1)] int Customers,
    [property: Id(2)] long RevenueMinor,
    [property: Id(3)] double Share);
