using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>Net of the top 1, 5, 10 and 20 % of customers by net, refunds dated by the order.</summary>
[GenerateSerializer, Immutable, Alias("xsight.concentration-report")]
public sealed record ConcentrationReport
{
    [Id(0)] public required SalesStamp Stamp { get; init; }

    /// <summary>The question with its days filled in.</summary>
    [Id(1)] public required ConcentrationQuery Query { get; init; }

    /// <summary>With a counted order in the period.</summary>
    [Id(2)] public required int Customers { get; init; }

    [Id(3)] public required long NetMinor { get; init; }

    /// <summary>Empty without customers.</summary>
    [Id(4)] public required ImmutableArray<TopShare> Top { get; init; }
}
