using XSight.Analytics.Models;

namespace XSight.Analytics.Churn;

/// <summary>
/// Fits a store's forecast to its past: first judged on the last days, which are held out, then fitted to everything. Minutes of work for
/// no store, seconds for a million customers, and nothing for a turn: callers run it aside.
/// </summary>
public static class ForecastDesk
{
    /// <summary>Parameters are written with times in weeks, as the literature has them.</summary>
    internal const double DaysPerWeek = 7;

    /// <summary>Of a history too short for both, so much stays with the calibration.</summary>
    private const double CalibrationShareMin = 0.5;

    /// <param name="log">Everybody's orders.</param>
    /// <param name="today">The shop's day, which is not over: the days held out end before it. Later orders are not seen.</param>
    /// <param name="fittedAt">The caller's clock.</param>
    /// <param name="horizonDays">Churn is no purchase within so many days.</param>
    public static ForecastModel Fit(PurchaseLog log, int today, DateTimeOffset fittedAt, int horizonDays = IChurnGrain.HorizonDaysDefault)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizonDays, 1);
        var histories = Enumerable.Range(0, log.Customers).Select(row => log.HistoryAt(row, today)).OfType<PurchaseHistory>().ToArray();
        var repeats = histories.Count(h => h.Purchases.X > 0);
        var historyDays = histories.Length == 0 ? 0 : (int)histories.Max(h => h.Purchases.Age);
        var before = ModelGate.BeforeFit(histories.Length, repeats, historyDays);
        var forecast = new ForecastModel
        {
            FittedAt = fittedAt,
            HorizonDays = horizonDays,
            Gate = before,
            Customers = histories.Length,
            RepeatBuyers = repeats,
            HistoryDays = historyDays,
            OrdersSeen = log.Orders,
            Spend = SpendFit.Of([.. histories.Select(h => h.Spend)]).ToReport(),
        };
        if (before != GateReason.None)
        {
            return forecast;
        }

        var heldOut = Math.Min(horizonDays, (int)(historyDays * (1 - CalibrationShareMin)));
        var holdout = new Holdout(log, today - 1 - heldOut, today - 1);
        return Backtest.Of(holdout) is { } backtest
            ? WithModel(forecast, backtest, holdout, histories)
            : forecast with { Gate = GateReason.HistoryTooShort };
    }

    private static ForecastModel WithModel(ForecastModel forecast, Backtest backtest, Holdout holdout, PurchaseHistory[] histories)
    {
        var fit = PurchaseModels.Fit(backtest.Chosen.Kind, SummaryGroups.Of(Array.ConvertAll(histories, h => h.Purchases)));
        var repeats = histories.Sum(h => (long)h.Purchases.X);
        return forecast with
        {
            Gate = backtest.Gate == GateReason.None && !fit.Converged ? GateReason.NotConverged : backtest.Gate,
            Name = fit.Model.Name,
            Parameters = PurchaseModels.ParametersOf(fit.Model, DaysPerWeek),
            LogLikelihood = fit.LogLikelihood + (repeats * Math.Log(DaysPerWeek)),
            Converged = fit.Converged,
            AtBoundary = fit.AtBoundary,
            Holdout = HoldoutReports.Of(holdout, backtest),
            Calibration = CalibrationCurves.Of(backtest.Calibration),
            CurveForOneTimeBuyers = backtest.CurveForOneTimeBuyers,
        };
    }
}
