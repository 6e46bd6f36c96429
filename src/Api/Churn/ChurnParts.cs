using XSight.Analytics.Churn;
using XSight.Web.Churn;

namespace XSight.Api.Churn;

/// <summary>Whether the store has a model, and in words why not.</summary>
public sealed record ChurnGate(bool Open, string Reason, string? Words)
{
    public static ChurnGate Of(GateReason reason) => new(reason == GateReason.None, ChurnNames.Of(reason), GateWords.Sentence(reason));
}

/// <summary>Customers of a risk level, their share of all with an order, and their money.</summary>
public sealed record ChurnLevelResponse(string Level, int Customers, double Share, string RevenueAtRisk, string ExpectedSpend)
{
    public static ChurnLevelResponse Of(ChurnLevel level, int eligible, string currency) => new(
        ChurnNames.Of(level.Level),
        level.Customers,
        eligible == 0 ? 0 : (double)level.Customers / eligible,
        CurrencyUnits.Format(level.RevenueAtRiskMinor, currency),
        CurrencyUnits.Format(level.ExpectedSpendMinor, currency));
}

/// <summary>Days from the first order to the second: by when half and four fifths have come, and the share that has by each day.</summary>
public sealed record SecondOrderResponse(
    int? HalfByDay, int? MostByDay, double EverShare, int WatchedDays, int OneTimeBuyers, int StillInTime, int Came, IReadOnlyList<SecondOrderPoint> Curve)
{
    public static SecondOrderResponse Of(SecondOrderClock clock) => new(
        clock.HalfByDay, clock.MostByDay, clock.EverShare, clock.WatchedDays, clock.OneTimeBuyers, clock.StillInTime, clock.Came, clock.Points);
}

/// <summary>What to do: a code, and a sentence to the merchant.</summary>
public sealed record ChurnRecommendation(string Code, string Text);

/// <summary>Why: days between purchases as a rule (null for a one-time buyer), days since the last one, and what is at stake.</summary>
public sealed record ChurnReasons(double? UsualGapDays, int DaysSinceLastOrder, int Purchases, string AtStake);
