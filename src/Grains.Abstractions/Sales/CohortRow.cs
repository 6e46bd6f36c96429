using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>Customers whose first counted order fell between two days, both included.</summary>
/// <param name="Segment">Index into <see cref="CohortReport.Segments"/>.</param>
/// <param name="Size">Customers acquired.</param>
/// <param name="Ages">From 0 to the present one, without gaps.</param>
[GenerateSerializer, Immutable, Alias("xsight.cohort-row")]
public sealed record CohortRow(
    [property: Id(0)] int FromDay,
    [property: Id(1)] int ToDay,
    [property: Id(2)] int Segment,
    [property: Id(3)] int Size,
    [property: Id(4)] ImmutableArray<CohortAge> Ages);
