using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>A page of the work list.</summary>
[GenerateSerializer, Immutable, Alias("xsight.churn-page")]
public sealed record ChurnPage
{
    [Id(0)] public required ImmutableArray<ChurnRow> Rows { get; init; }

    /// <summary>Where the next page begins; null at the end.</summary>
    [Id(1)] public ChurnPlace? Next { get; init; }

    /// <summary>Customers that fit the query.</summary>
    [Id(2)] public required int Total { get; init; }

    /// <summary>Of all of them.</summary>
    [Id(3)] public required long RevenueAtRiskMinor { get; init; }

    [Id(4)] public required DateTimeOffset AsOf { get; init; }
}
