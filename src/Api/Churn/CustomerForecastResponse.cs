using XSight.Api.Http;

namespace XSight.Api.Churn;

/// <summary>One customer's forecast, evaluated for now. What only a model can say is null where the gate is shut.</summary>
public sealed record CustomerForecastResponse
{
    public required DateTimeOffset AsOf { get; init; }

    public required string Currency { get; init; }

    public required int HorizonDays { get; init; }

    /// <summary>What the risk comes from: a model's name, <c>second-order curve</c> or <c>days overdue</c>.</summary>
    public required string Source { get; init; }

    public required ChurnGate Gate { get; init; }

    /// <summary>Risk, level, revenue at risk, reasons and recommendation.</summary>
    public required ChurnRowResponse Forecast { get; init; }

    /// <summary>Chance that the customer has not silently left for good; not the opposite of the risk.</summary>
    public double? ProbabilityAlive { get; init; }

    public ExpectedPurchases? ExpectedPurchases { get; init; }

    public LifetimeValueResponse? LifetimeValue { get; init; }

    /// <summary>By this ISO date an order is as likely to have come as not; null where that is more than a year away.</summary>
    public string? ExpectedNextOrder { get; init; }

    /// <summary>The risk as it stood at the end of past days, oldest first.</summary>
    public required IReadOnlyList<RiskAt> History { get; init; }

    /// <summary>Scores and group as of the ends of past months, oldest first: from the orders up to each day as they are known today, among everybody's.</summary>
    public required IReadOnlyList<ScoresAt> Scores { get; init; }

    public static CustomerForecastResponse Of(CustomerOutlook outlook, string currency) => new()
    {
        AsOf = outlook.AsOf,
        Currency = currency,
        HorizonDays = outlook.HorizonDays,
        Source = outlook.Source,
        Gate = ChurnGate.Of(outlook.Gate),
        Forecast = ChurnRowResponse.Of(outlook.Row, currency),
        ProbabilityAlive = outlook.Alive,
        ExpectedPurchases = outlook is { ExpectedPurchases30: { } month, ExpectedPurchases90: { } quarter, ExpectedPurchases365: { } year }
            ? new ExpectedPurchases(month, quarter, year)
            : null,
        LifetimeValue = outlook is { LifetimeValueMinor: { } value, ExpectedPurchases365: { } purchases }
            ? new LifetimeValueResponse(CurrencyUnits.Format(value, currency), purchases, CurrencyUnits.Format(outlook.Row.SpendPerPurchaseMinor, currency))
            : null,
        ExpectedNextOrder = outlook.NextOrderDay is { } day ? Days.ToIso((long)day) : null,
        History = [.. outlook.History.Select(p => new RiskAt(Days.ToIso((long)p.Day), p.Risk, p.Bought))],
        Scores = [.. outlook.Scores.Select(p => new ScoresAt(Days.ToIso((long)p.Day), p.R, p.F, p.M, p.Group))],
    };
}
