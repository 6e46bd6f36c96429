namespace XSight.Analytics.Models;

/// <summary>The spend model of a store, and why it is that one.</summary>
/// <param name="Model">In the unit of the summaries.</param>
/// <param name="Correlation">Pearson's r between repeat purchases and mean spend.</param>
/// <param name="Customers">With repeat purchases that brought money.</param>
public sealed record SpendFit(ISpendModel Model, double Correlation, int Customers)
{
    /// <summary>Gamma-Gamma takes spend and frequency to be independent; beyond this it is not asked.</summary>
    public const double CorrelationMax = 0.3;

    public static SpendFit Of(IReadOnlyList<SpendSummary> customers)
    {
        var correlation = GammaGammaFit.Correlation(customers);
        var fit = correlation > CorrelationMax ? null : GammaGammaFit.Fit(customers);
        ISpendModel model = fit is { Converged: true } ? fit.Model : ShrunkenMeanModel.Fit(customers);
        return new SpendFit(model, correlation, customers.Count(c => c is { X: > 0, Mean: > 0 }));
    }

    public SpendModelReport ToReport() => new()
    {
        Name = Model.Name,
        Parameters = Model is GammaGammaModel { P: var p, Q: var q, Gamma: var gamma }
            ? [new("p", p), new("q", q), new("gamma", gamma)]
            : [new("mean", Model.PopulationMean), new("weight", ((ShrunkenMeanModel)Model).Weight)],
        Correlation = Correlation,
        Customers = Customers,
    };

    /// <summary>A model as <see cref="ToReport"/> wrote it down.</summary>
    /// <exception cref="ArgumentException">No such model, or not its parameters.</exception>
    public static ISpendModel Restore(SpendModelReport report)
    {
        double[] values = [.. report.Parameters.Select(p => p.Value)];
        return (report.Name, values) switch
        {
            (GammaGammaModel.ModelName, [var p, var q, var gamma]) => new GammaGammaModel(p, q, gamma),
            (ShrunkenMeanModel.ModelName, [var mean, var weight]) => new ShrunkenMeanModel(mean, weight),
            _ => throw new ArgumentException($"No spend model {report.Name} with {values.Length} parameters.", nameof(report)),
        };
    }
}
