namespace XSight.Abstractions;

/// <summary>A place in a cohort report.</summary>
/// <param name="Query">As the report has it, with its days.</param>
/// <param name="CohortDay">Any day of the cohort's period.</param>
/// <param name="Segment">Index into the report's segments; null for all.</param>
[GenerateSerializer, Immutable, Alias("xsight.cohort-cell")]
public sealed record CohortCell([property: Id(0)] CohortQuery Query, [property: Id(1)] int CohortDay, [property: Id(2)] int? Segment = null);
