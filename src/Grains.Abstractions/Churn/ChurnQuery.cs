using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>A page of the work list, the largest first.</summary>
[GenerateSerializer, Immutable, Alias("xsight.churn-query")]
public sealed record ChurnQuery
{
    public const int LimitMax = 200;

    [Id(0)] public int Limit { get; init; } = 50;

    /// <summary>Null for all.</summary>
    [Id(1)] public RiskLevel? Level { get; init; }

    /// <summary>RFM groups; empty for all.</summary>
    [Id(2)] public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Leaves out customers within their usual gap, about whom there is nothing to do.</summary>
    [Id(4)] public bool LateOnly { get; init; }

    /// <summary>Leaves out customers with less revenue at risk, minor units; null for no bound.</summary>
    [Id(5)] public long? RevenueAtRiskMinMinor { get; init; }

    /// <summary>Null for both.</summary>
    [Id(7)] public SecondOrderState? Second { get; init; }

    /// <summary>Leaves out who waits, or waited, longer than so many days for the second order; null for no bound.</summary>
    [Id(8)] public int? SecondWithinDays { get; init; }

    [Id(6)] public ChurnSort Sort { get; init; }

    /// <summary>Goes on behind the place of the last row seen.</summary>
    [Id(3)] public ChurnPlace? After { get; init; }
}
