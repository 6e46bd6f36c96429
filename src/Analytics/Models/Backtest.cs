using System.Collections.Immutable;

namespace XSight.Analytics.Models;

/// <summary>
/// A store's models tried on its own past: each fitted to what was known then, judged by what came after, beside baselines that need no
/// model. The best by Brier score is the store's, and a monotone curve from what it said to what happened goes on top.
/// </summary>
/// <param name="Candidates">In the order they were tried.</param>
/// <param name="Chosen">The candidate of the least Brier score among those that came to rest, or of all where none did.</param>
/// <param name="CurveForOneTimeBuyers">Whether the second-order curve did no worse for one-time buyers than the chosen model.</param>
/// <param name="Uncalibrated">Of the chosen model, with the curve where it is used.</param>
/// <param name="Said">The same after calibration, each half of the customers by the other half's curve.</param>
/// <param name="Calibration">Fitted to everybody.</param>
/// <param name="Baselines">Without a model.</param>
/// <param name="HorizonDays">Days that were held out.</param>
/// <param name="Gate">None where the chosen model may be used.</param>
public sealed record Backtest(
    ImmutableArray<BacktestCandidate> Candidates,
    BacktestCandidate Chosen,
    bool CurveForOneTimeBuyers,
    ForecastScore Uncalibrated,
    ForecastScore Said,
    ICalibration Calibration,
    HoldoutBaselines Baselines,
    int HorizonDays,
    GateReason Gate)
{
    /// <summary>Null where nobody had bought by the end of the calibration.</summary>
    public static Backtest? Of(Holdout holdout)
    {
        if (holdout.Histories.Count == 0)
        {
            return null;
        }

        PurchaseSummary[] customers = [.. holdout.Histories.Select(h => h.Purchases)];
        var candidates = PurchaseModels.TriedFor(customers.Length)
            .Select(kind => (Kind: kind, Fit: PurchaseModels.FitForTrial(kind, customers)))
            .Select(c => new BacktestCandidate(c.Kind, c.Fit, holdout.ScoreOf(c.Fit.Model)))
            .ToImmutableArray();
        var chosen = candidates.OrderByDescending(c => c.Fit.Converged).ThenBy(c => c.Score.Brier).First();
        var stayed = holdout.StayedAway();
        var plain = RisksOf(holdout, new RiskSource(chosen.Fit.Model, null));
        var withCurve = RisksOf(holdout, new RiskSource(chosen.Fit.Model, holdout.SecondOrders));
        var curve = !withCurve.AsSpan().SequenceEqual(plain) && ForecastScore.BrierOf(withCurve, stayed) <= ForecastScore.BrierOf(plain, stayed);
        var raw = curve ? withCurve : plain;
        var (calibration, told) = CrossCalibration.BestOf(raw, stayed);
        var said = ForecastScore.Of(told, stayed);
        var baselines = holdout.Baselines();
        return new Backtest(
            candidates,
            chosen,
            curve,
            ForecastScore.Of(raw, stayed),
            said,
            calibration,
            baselines,
            holdout.HorizonDays,
            ModelGate.AfterFit(chosen.Fit.Converged, said, baselines));
    }

    private static double[] RisksOf(Holdout holdout, RiskSource source) => holdout.RisksBy(h => source.RiskOf(h.Purchases, holdout.HorizonDays));
}
