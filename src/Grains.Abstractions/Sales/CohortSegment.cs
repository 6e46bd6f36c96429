namespace XSight.Abstractions;

/// <summary>Customers of one value of the split.</summary>
/// <param name="Text">The value of a country, discount or source; null otherwise.</param>
/// <param name="ProductId">Of a split by product; null otherwise.</param>
/// <param name="Customers">In all cohorts of the report.</param>
[GenerateSerializer, Immutable, Alias("xsight.cohort-segment")]
public sealed record CohortSegment(
    [property: Id(0)] SegmentKind Kind,
    [property: Id(1)] string? Text,
    [property: Id(2)] long? ProductId,
    [property: Id(3)] int Customers);
