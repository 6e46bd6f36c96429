using System.Collections.Immutable;
using XSight.Analytics.Models;

namespace XSight.Analytics.Churn;

/// <summary>A row of the book in half the space of <see cref="ChurnRow"/>: there may be a million.</summary>
/// <param name="MedianGapDays">NaN for a one-time buyer.</param>
/// <param name="SecondOrderDays">From the first purchase to the second, or to the book's day for a one-time buyer.</param>
/// <param name="Group">Its number among the book's groups.</param>
internal readonly record struct ForecastItem(
    long CustomerId,
    long RevenueAtRiskMinor,
    long ExpectedSpendMinor,
    long SpendPerPurchaseMinor,
    float Risk,
    float MedianGapDays,
    int DaysSinceLast,
    int Purchases,
    int SecondOrderDays,
    ChurnAdvice Advice,
    int Group)
{
    public RiskLevel Level => RiskLevels.Of(Risk);

    public SecondOrderState SecondOrder => Purchases > 1 ? SecondOrderState.Came : SecondOrderState.Waiting;

    public ChurnPlace Place => new(RevenueAtRiskMinor, CustomerId, Risk);

    /// <summary>The largest of what is sorted by first, then most revenue at risk, then by id.</summary>
    public static int Compare(ChurnSort sort, ChurnPlace a, ChurnPlace b)
    {
        var byRisk = sort == ChurnSort.Risk ? b.Risk.CompareTo(a.Risk) : 0;
        if (byRisk != 0)
        {
            return byRisk;
        }

        var byMoney = b.RevenueAtRiskMinor.CompareTo(a.RevenueAtRiskMinor);
        return byMoney != 0 ? byMoney : a.CustomerId.CompareTo(b.CustomerId);
    }

    public static ForecastItem Of(in ChurnRow row, int secondOrderDays, int group) => new(
        row.CustomerId,
        row.RevenueAtRiskMinor,
        row.ExpectedSpendMinor,
        row.SpendPerPurchaseMinor,
        (float)row.Risk,
        (float)(row.UsualGapDays ?? double.NaN),
        row.DaysSinceLast,
        row.Purchases,
        secondOrderDays,
        row.Advice,
        group);

    public ChurnRow ToRow(ImmutableArray<string> groups) => new()
    {
        CustomerId = CustomerId,
        Risk = Risk,
        Level = Level,
        RevenueAtRiskMinor = RevenueAtRiskMinor,
        ExpectedSpendMinor = ExpectedSpendMinor,
        SpendPerPurchaseMinor = SpendPerPurchaseMinor,
        UsualGapDays = float.IsNaN(MedianGapDays) ? null : MedianGapDays,
        DaysSinceLast = DaysSinceLast,
        Purchases = Purchases,
        Advice = Advice,
        Group = groups[Group],
    };
}
