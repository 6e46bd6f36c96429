using System.Collections.Immutable;

namespace XSight.Analytics.Models;

/// <summary>
/// A store's models tried on its own past: each fitted to what was known then, judged by what came after, beside baselines that need no
/// model. The best by Brier score is the store's, and a monotone curve from what it said to what happened goes on top.
/// </summary>
/// <param name="Candidates">In the order they were tried.</param>
/// <param name="Chosen">The candidate of the least Brier score among those that came to rest, or of all where none did.</param>
/// <param name="Calibration">Of the chosen one's churn risk.</param>
/// <param name="Baselines">Without a model.</param>
/// <param name="HorizonDays">Days that were held out.</param>
/// <param name="Gate">None where the chosen model may be used.</param>
public sealed record Backtest(
    ImmutableArray<BacktestCandidate> Candidates,
    BacktestCandidate Chosen,
    IsotonicCalibration Calibration,
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

        var groups = holdout.Groups;
        var candidates = Enum.GetValues<DropoutChance>()
            .Select(dropout => BetaGeometricFit.Fit(groups, dropout))
            .Select(fit => new BacktestCandidate(fit, holdout.ScoreOf(fit.Model)))
            .ToImmutableArray();
        var chosen = candidates.OrderByDescending(c => c.Fit.Converged).ThenBy(c => c.Score.Brier).First();
        var baselines = holdout.Baselines();
        var said = holdout.RisksBy(h => 1 - chosen.Fit.Model.ProbabilityOfPurchase(h.Purchases, holdout.HorizonDays));
        return new Backtest(
            candidates,
            chosen,
            IsotonicCalibration.Fit(said, holdout.StayedAway()),
            baselines,
            holdout.HorizonDays,
            ModelGate.AfterFit(chosen.Fit.Converged, chosen.Score, baselines));
    }
}
