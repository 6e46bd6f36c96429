using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>
/// A store's fitted forecast with its receipts, kept with the tenant: enough to answer after a restart without a fit. Where the gate is
/// shut the model is not used, and may be absent.
/// </summary>
[GenerateSerializer, Immutable, Alias("xsight.forecast-model")]
public sealed record ForecastModel
{
    [Id(0)] public required DateTimeOffset FittedAt { get; init; }

    /// <summary>Churn risk is the chance of no purchase within so many days.</summary>
    [Id(1)] public required int HorizonDays { get; init; }

    /// <summary><see cref="GateReason.None"/> where the model is used.</summary>
    [Id(2)] public required GateReason Gate { get; init; }

    /// <summary>Eligible customers the fit saw.</summary>
    [Id(3)] public required int Customers { get; init; }

    [Id(4)] public required int RepeatBuyers { get; init; }

    /// <summary>From the first order to the day of the fit.</summary>
    [Id(5)] public required int HistoryDays { get; init; }

    /// <summary>Counted orders the fit saw: 5 % more call for another.</summary>
    [Id(6)] public required int OrdersSeen { get; init; }

    /// <summary>As shown, such as <c>MBG/NBD</c>; null where there is too little to fit one.</summary>
    [Id(7)] public string? Name { get; init; }

    /// <summary>Times in weeks, as the literature has them.</summary>
    [Id(8)] public ImmutableArray<ModelParameter> Parameters { get; init; } = [];

    /// <summary>Of all customers, times in weeks.</summary>
    [Id(9)] public double? LogLikelihood { get; init; }

    [Id(10)] public bool Converged { get; init; }

    /// <summary>A parameter runs away: predictions stand, the parameters mean nothing by themselves.</summary>
    [Id(11)] public bool AtBoundary { get; init; }

    [Id(12)] public HoldoutReport? Holdout { get; init; }

    [Id(13)] public CalibrationCurve? Calibration { get; init; }

    [Id(14)] public required SpendModelReport Spend { get; init; }

    /// <summary>Whether one-time buyers go by the store's second-order curve: it did no worse for them in the hold-out than the model.</summary>
    [Id(15)] public bool CurveForOneTimeBuyers { get; init; }
}
