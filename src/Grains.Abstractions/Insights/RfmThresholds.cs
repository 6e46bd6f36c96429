using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>
/// Four thresholds a dimension: a value's score is one more than the thresholds it is strictly greater than. Empty arrays where nobody
/// is eligible.
/// </summary>
[GenerateSerializer, Immutable, Alias("xsight.rfm-thresholds")]
public sealed record RfmThresholds
{
    /// <summary>Days since 1970-01-01 on the shop's calendar.</summary>
    [Id(0)] public required ImmutableArray<long> Recency { get; init; }

    /// <summary>Counted orders.</summary>
    [Id(1)] public required ImmutableArray<long> Frequency { get; init; }

    /// <summary>Minor units of the shop's currency.</summary>
    [Id(2)] public required ImmutableArray<long> Monetary { get; init; }

    [Id(3)] public required RfmProfileDefinition Profile { get; init; }
}
