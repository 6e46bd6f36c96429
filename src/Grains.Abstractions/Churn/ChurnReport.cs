using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>A store's churn at one moment, over all its eligible customers.</summary>
[GenerateSerializer, Immutable, Alias("xsight.churn-report")]
public sealed record ChurnReport
{
    [Id(0)] public required DateTimeOffset AsOf { get; init; }

    /// <summary>The shop's day the risks are for.</summary>
    [Id(1)] public required int Day { get; init; }

    [Id(2)] public required int Eligible { get; init; }

    [Id(3)] public required int HorizonDays { get; init; }

    [Id(4)] public required long RevenueAtRiskMinor { get; init; }

    /// <summary>Expected of everybody within the horizon; the revenue at risk is a part of it.</summary>
    [Id(5)] public required long ExpectedSpendMinor { get; init; }

    /// <summary>All four, from low to critical.</summary>
    [Id(6)] public required ImmutableArray<ChurnLevel> Levels { get; init; }

    [Id(7)] public required SecondOrderClock SecondOrders { get; init; }

    [Id(8)] public required ForecastModel Model { get; init; }

    /// <summary>Position of the change feed that the figures include.</summary>
    [Id(9)] public required long ChangeSeq { get; init; }
}
