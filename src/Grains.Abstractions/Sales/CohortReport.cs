using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>Cohorts, oldest first; of a split by segment, then oldest first. A cohort without customers is left out.</summary>
[GenerateSerializer, Immutable, Alias("xsight.cohort-report")]
public sealed record CohortReport
{
    [Id(0)] public required SalesStamp Stamp { get; init; }

    /// <summary>The question with its days filled in: <see cref="CohortQuery.FromDay"/> is later than asked when there are more than <see cref="SalesLimits.CohortsMax"/>.</summary>
    [Id(1)] public required CohortQuery Query { get; init; }

    /// <summary>Values with most customers first, then those without a value, then the rest; one segment when there is no split.</summary>
    [Id(2)] public required ImmutableArray<CohortSegment> Segments { get; init; }

    [Id(3)] public required ImmutableArray<CohortRow> Cohorts { get; init; }

    /// <summary>Of the segments, when they are products.</summary>
    [Id(4)] public ImmutableArray<ProductTitle> Titles { get; init; } = [];
}
