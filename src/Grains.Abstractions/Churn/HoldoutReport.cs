using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>The store's own past, forecast without looking and then looked at.</summary>
[GenerateSerializer, Immutable, Alias("xsight.holdout-report")]
public sealed record HoldoutReport
{
    /// <summary>Days held out.</summary>
    [Id(0)] public required int Days { get; init; }

    /// <summary>The last day that the models saw, days since 1970-01-01 on the shop's calendar.</summary>
    [Id(1)] public required int KnownUntilDay { get; init; }

    [Id(2)] public required int Customers { get; init; }

    /// <summary>Of them, who did not buy in the days held out.</summary>
    [Id(3)] public required int StayedAway { get; init; }

    /// <summary>What the product says: calibrated, each half of the customers by the curve learned from the other half.</summary>
    [Id(4)] public required ForecastQuality Said { get; init; }

    /// <summary>The chosen model before calibration.</summary>
    [Id(5)] public required ForecastQuality Uncalibrated { get; init; }

    /// <summary>Without a model: base rate, recency, days overdue.</summary>
    [Id(6)] public required ImmutableArray<ForecastQuality> Baselines { get; init; }

    /// <summary>Every model that was tried, the chosen one among them, before calibration.</summary>
    [Id(7)] public required ImmutableArray<ForecastQuality> Candidates { get; init; }
}
