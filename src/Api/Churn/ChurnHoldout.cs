namespace XSight.Api.Churn;

/// <summary>The store's last days, forecast from what was known before them, and what happened. Chances are of no purchase in those days.</summary>
public sealed record ChurnHoldout
{
    /// <summary>Days held out.</summary>
    public required int Days { get; init; }

    /// <summary>The last day that the models saw, an ISO date.</summary>
    public required string KnownUntil { get; init; }

    public required int Customers { get; init; }

    public required int StayedAway { get; init; }

    /// <summary>Of what is said: calibrated, each half of the customers by the other half's curve.</summary>
    public double? Auc { get; init; }

    public required double Brier { get; init; }

    public required double Ece { get; init; }

    public required IReadOnlyList<ForecastDecile> Deciles { get; init; }

    /// <summary>The chosen model before calibration.</summary>
    public required ChurnScore Uncalibrated { get; init; }

    /// <summary>The best of the baselines.</summary>
    public required ChurnScore Baseline { get; init; }

    /// <summary>Base rate, recency alone, days overdue.</summary>
    public required IReadOnlyList<ChurnScore> Baselines { get; init; }

    /// <summary>Every model tried, before calibration.</summary>
    public required IReadOnlyList<ChurnScore> Candidates { get; init; }

    public static ChurnHoldout Of(HoldoutReport report) => new()
    {
        Days = report.Days,
        KnownUntil = Http.Days.ToIso((long)report.KnownUntilDay),
        Customers = report.Customers,
        StayedAway = report.StayedAway,
        Auc = report.Said.Auc,
        Brier = report.Said.Brier,
        Ece = report.Said.CalibrationError,
        Deciles = report.Said.Deciles,
        Uncalibrated = ChurnScore.Of(report.Uncalibrated),
        Baseline = ChurnScore.Of(report.Baselines.MinBy(b => b.Brier)!),
        Baselines = [.. report.Baselines.Select(ChurnScore.Of)],
        Candidates = [.. report.Candidates.Select(ChurnScore.Of)],
    };
}
