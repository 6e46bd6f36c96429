using XSight.Analytics.Churn;
using XSight.Analytics.Facts;

namespace XSight.Analytics.Models;

/// <summary>
/// A store's past cut in two: what was known at the end of the calibration, and who came back in the days after it that were held out.
/// </summary>
public sealed class Holdout
{
    private readonly List<PurchaseHistory> _histories = [];
    private readonly List<int> _purchases = [];

    /// <param name="customers">Counted orders of each customer.</param>
    /// <param name="calibrationEndDay">The last day that a model may see.</param>
    /// <param name="lastDay">The last day held out.</param>
    public Holdout(IEnumerable<CountedOrder[]> customers, int calibrationEndDay, int lastDay)
        : this(PurchaseLog.Of([.. customers.Select(orders => (0L, orders))]), calibrationEndDay, lastDay)
    {
    }

    /// <param name="customers">Everybody's orders.</param>
    /// <param name="calibrationEndDay">The last day that a model may see.</param>
    /// <param name="lastDay">The last day held out.</param>
    public Holdout(PurchaseLog customers, int calibrationEndDay, int lastDay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lastDay, calibrationEndDay);
        KnownUntilDay = calibrationEndDay;
        HorizonDays = lastDay - calibrationEndDay;
        for (var row = 0; row < customers.Customers; row++)
        {
            if (customers.HistoryAt(row, calibrationEndDay) is { } history)
            {
                _histories.Add(history);
                _purchases.Add(PurchaseDaysAfter(customers.DaysAt(row), calibrationEndDay, lastDay));
            }
        }
    }

    /// <summary>The last day of the calibration.</summary>
    public int KnownUntilDay { get; }

    public int HorizonDays { get; }

    /// <summary>Customers with an order in the calibration.</summary>
    public IReadOnlyList<PurchaseHistory> Histories => _histories;

    /// <summary>Purchase days of each of them in the days held out.</summary>
    public IReadOnlyList<int> Purchases => _purchases;

    public SummaryGroups Groups => SummaryGroups.Of(_histories.Select(h => h.Purchases).ToArray());

    /// <summary>The wait for the second order, as far as the calibration shows it.</summary>
    public SurvivalCurve SecondOrders => SurvivalCurve.Of(_histories.Select(h => h.SecondOrderWait));

    /// <summary>Mean of all gaps between neighbouring purchase days; null where nobody bought twice.</summary>
    public double? StoreGapDays
    {
        get
        {
            var gaps = _histories.Sum(h => h.Purchases.X);
            return gaps == 0 ? null : _histories.Sum(h => h.Purchases.LastAge) / gaps;
        }
    }

    /// <summary>How well a churn risk, the chance of no purchase over the horizon, foretold who stayed away.</summary>
    public ForecastScore ScoreOf(Func<PurchaseHistory, double> churnRisk) => ForecastScore.Of(RisksBy(churnRisk), StayedAway());

    /// <summary>A fitted model's churn risk.</summary>
    public ForecastScore ScoreOf(IPurchaseModel model) => ScoreOf(h => 1 - model.ProbabilityOfPurchase(h.Purchases, HorizonDays));

    /// <summary>AUC alone of anything that should grow with the chance to stay away.</summary>
    public double AucOf(Func<PurchaseHistory, double> score) => ForecastScore.AucOf(RisksBy(score), StayedAway());

    /// <summary>The baselines that a model must beat, none of them with a model.</summary>
    public HoldoutBaselines Baselines()
    {
        var stayed = StayedAway();
        var rate = stayed.Average(s => s ? 1.0 : 0);
        var gap = StoreGapDays;
        var ages = RisksBy(h => h.DaysSinceLast);
        var oldest = Math.Max(1, ages.Max());
        var recency = CrossCalibration.Said(Array.ConvertAll(ages, a => a / oldest), stayed, IsotonicCalibration.Fit);
        return new HoldoutBaselines(
            ScoreOf(_ => rate),
            ForecastScore.Of(recency, stayed) with { Auc = ForecastScore.AucOf(ages, stayed) },
            ScoreOf(h => OverdueHeuristic.ChurnRisk(h.DaysSinceLast, h.MedianGapDays, gap)));
    }

    public double[] RisksBy(Func<PurchaseHistory, double> churnRisk) => [.. _histories.Select(churnRisk)];

    public bool[] StayedAway() => [.. _purchases.Select(p => p == 0)];

    private static int PurchaseDaysAfter(ReadOnlySpan<int> days, int knownUntil, int lastDay)
    {
        var (count, last) = (0, knownUntil);
        foreach (var day in days)
        {
            if (day > last && day <= lastDay)
            {
                (count, last) = (count + 1, day);
            }
        }

        return count;
    }
}
