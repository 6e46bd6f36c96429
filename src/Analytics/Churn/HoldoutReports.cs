using XSight.Analytics.Models;

namespace XSight.Analytics.Churn;

/// <summary>Writes a back-test down as the merchant sees it.</summary>
internal static class HoldoutReports
{
    public static HoldoutReport Of(Holdout holdout, Backtest backtest) => new()
    {
        Days = holdout.HorizonDays,
        KnownUntilDay = holdout.KnownUntilDay,
        Customers = holdout.Histories.Count,
        StayedAway = holdout.Purchases.Count(p => p == 0),
        Said = Quality(backtest.Chosen.Fit.Model.Name, backtest.Said),
        Uncalibrated = Quality(backtest.Chosen.Fit.Model.Name, backtest.Uncalibrated),
        Baselines =
        [
            Quality("base rate", backtest.Baselines.BaseRate),
            Quality("recency", backtest.Baselines.Recency),
            Quality("days overdue", backtest.Baselines.Overdue),
        ],
        Candidates = [.. backtest.Candidates.Select(c => Quality(c.Fit.Model.Name, c.Score))],
    };

    private static ForecastQuality Quality(string name, ForecastScore score) => new()
    {
        Name = name,
        Auc = double.IsNaN(score.Auc) ? null : score.Auc,
        Brier = score.Brier,
        CalibrationError = score.CalibrationError,
        Deciles = [.. score.Deciles.Select(d => new ForecastDecile(d.Said, d.Happened, d.Customers))],
    };
}
