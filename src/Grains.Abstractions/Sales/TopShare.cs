namespace XSight.Abstractions;

/// <summary>The best customers of a period.</summary>
/// <param name="Percent">Of all customers of the period.</param>
/// <param name="Customers">That many, rounded up.</param>
/// <param name="NetMinor">Theirs.</param>
/// <param name="FromMinor">The least net among them.</param>
[GenerateSerializer, Immutable, Alias("xsight.top-share")]
public sealed record TopShare(
    [property: Id(0)] int Percent,
    [property: Id(1)] int Customers,
    [property: Id(2)] long NetMinor,
    [property: Id(3)] long FromMinor);
