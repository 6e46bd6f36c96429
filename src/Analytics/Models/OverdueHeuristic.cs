namespace XSight.Analytics.Models;

/// <summary>
/// The peers' formula, and ours where history is too short for a model: risk grows with the days a customer is overdue against its own
/// median gap.
/// </summary>
public static class OverdueHeuristic
{
    private const double RatePerDay = 0.02;
    private const double GapDaysMin = 7;
    private const double GapDaysUnknown = 90;

    /// <summary>1 − exp(−0.02 · days overdue), times in days.</summary>
    /// <param name="daysSinceLast">Since the last order.</param>
    /// <param name="medianGapDays">The customer's own; null for a one-time buyer.</param>
    /// <param name="storeGapDays">The store's mean gap; null where nobody has bought twice.</param>
    public static double ChurnRisk(double daysSinceLast, double? medianGapDays, double? storeGapDays)
    {
        var overdue = daysSinceLast - Math.Max(GapDaysMin, medianGapDays ?? storeGapDays ?? GapDaysUnknown);
        return overdue <= 0 ? 0 : 1 - Math.Exp(-RatePerDay * overdue);
    }
}
