namespace XSight.Api.Churn;

/// <summary>A store's model with its receipts. Without a fitted model (see the gate) what belongs to one is null.</summary>
public sealed record ChurnModelResponse
{
    /// <summary><c>BG/NBD</c>, <c>MBG/NBD</c> or <c>Pareto/NBD</c>: the one that did best on the store's own past.</summary>
    public string? Model { get; init; }

    /// <summary>By their names in the literature, times in <see cref="TimeUnit"/>.</summary>
    public required IReadOnlyDictionary<string, double> Parameters { get; init; }

    public string TimeUnit { get; } = "weeks";

    public double? LogLikelihood { get; init; }

    public required int Customers { get; init; }

    public required int RepeatBuyers { get; init; }

    public required int HistoryDays { get; init; }

    public required DateTimeOffset FittedAt { get; init; }

    public required int HorizonDays { get; init; }

    public required bool Converged { get; init; }

    /// <summary>A parameter runs away: predictions stand, the parameters mean nothing by themselves.</summary>
    public required bool AtBoundary { get; init; }

    /// <summary>Whether one-time buyers go by the store's second-order curve instead of the model.</summary>
    public required bool CurveForOneTimeBuyers { get; init; }

    public ChurnHoldout? Holdout { get; init; }

    public required ChurnSpendModel Spend { get; init; }

    public required ChurnGate Gate { get; init; }

    public static ChurnModelResponse Of(ForecastModel model) => new()
    {
        Model = model.Name,
        Parameters = model.Parameters.ToDictionary(p => p.Name, p => p.Value),
        LogLikelihood = model.LogLikelihood,
        Customers = model.Customers,
        RepeatBuyers = model.RepeatBuyers,
        HistoryDays = model.HistoryDays,
        FittedAt = model.FittedAt,
        HorizonDays = model.HorizonDays,
        Converged = model.Converged,
        AtBoundary = model.AtBoundary,
        CurveForOneTimeBuyers = model.CurveForOneTimeBuyers,
        Holdout = model.Holdout is { } holdout ? ChurnHoldout.Of(holdout) : null,
        Spend = new ChurnSpendModel(
            model.Spend.Name, model.Spend.Parameters.ToDictionary(p => p.Name, p => p.Value), model.Spend.Correlation, model.Spend.Customers),
        Gate = ChurnGate.Of(model.Gate),
    };
}
