using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>Sales by period, every period in its place, also those without orders.</summary>
[GenerateSerializer, Immutable, Alias("xsight.revenue-report")]
public sealed record RevenueReport
{
    [Id(0)] public required SalesStamp Stamp { get; init; }

    /// <summary>The question with its days filled in.</summary>
    [Id(1)] public required RevenueQuery Query { get; init; }

    /// <summary>Oldest first.</summary>
    [Id(2)] public required ImmutableArray<RevenueRow> Series { get; init; }

    /// <summary>As many periods immediately before; the n-th is what the n-th of the series is compared with.</summary>
    [Id(3)] public required ImmutableArray<RevenueRow> Previous { get; init; }

    /// <summary>The whole stretch as one period: its customers are fewer than the sum of the rows'.</summary>
    [Id(4)] public required RevenueRow Total { get; init; }

    [Id(5)] public required RevenueRow PreviousTotal { get; init; }
}
