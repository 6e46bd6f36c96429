namespace XSight.Analytics.Models;

/// <summary>Whether a store's history carries a model; where it does not, the empirical curves and the overdue heuristic stand in.</summary>
public static class ModelGate
{
    public const int EligibleMin = 100;
    public const int RepeatBuyersMin = 30;
    public const int HistoryDaysMin = 90;

    /// <summary>Why there is no model yet, in the order a merchant can do something about it; None where there is one.</summary>
    public static GateReason BeforeFit(int eligible, int repeatBuyers, int historyDays) => (eligible, repeatBuyers, historyDays) switch
    {
        ( < EligibleMin, _, _) => GateReason.TooFewCustomers,
        (_, < RepeatBuyersMin, _) => GateReason.TooFewRepeatBuyers,
        (_, _, < HistoryDaysMin) => GateReason.HistoryTooShort,
        _ => GateReason.None,
    };

    /// <summary>Whether a fit may be used: it came to rest, and in the hold-out it was no worse than any of the baselines.</summary>
    public static GateReason AfterFit(bool converged, ForecastScore holdout, HoldoutBaselines baselines)
    {
        if (!converged)
        {
            return GateReason.NotConverged;
        }

        return holdout.Brier < baselines.BaseRate.Brier && holdout.Brier < baselines.Overdue.Brier && holdout.Brier < baselines.Recency.Brier
            ? GateReason.None
            : GateReason.LosesToBaseline;
    }
}
