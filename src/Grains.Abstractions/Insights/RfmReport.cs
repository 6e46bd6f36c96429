using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>A store's RFM at one moment, over all its eligible customers.</summary>
[GenerateSerializer, Immutable, Alias("xsight.rfm-report")]
public sealed record RfmReport
{
    [Id(0)] public required DateTimeOffset AsOf { get; init; }

    [Id(1)] public required RfmThresholds Thresholds { get; init; }

    [Id(2)] public required int Eligible { get; init; }

    [Id(3)] public required int Prospects { get; init; }

    [Id(4)] public required string Currency { get; init; }

    /// <summary>Only triples with customers.</summary>
    [Id(5)] public required ImmutableArray<RfmTripleCount> Scores { get; init; }

    /// <summary>Every group of the profile, also empty ones, and prospects last.</summary>
    [Id(6)] public required ImmutableArray<RfmGroupFigures> Groups { get; init; }

    [Id(7)] public required int HighValueCustomers { get; init; }

    /// <summary>Money at the 90th percentile, minor units; null without eligible customers.</summary>
    [Id(8)] public long? HighValueMinor { get; init; }

    /// <summary>Position of the change feed that the figures include.</summary>
    [Id(9)] public required long ChangeSeq { get; init; }
}
