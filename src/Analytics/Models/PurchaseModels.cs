using System.Collections.Immutable;

namespace XSight.Analytics.Models;

/// <summary>The kinds of purchase models by one handle: fitted, named, written down and read back.</summary>
public static class PurchaseModels
{
    /// <summary>Above so many customers Pareto/NBD is not tried: its fit takes some thirty times as long as the others', and a million would keep the machine for minutes.</summary>
    public const int ParetoCustomersMax = 50_000;

    /// <summary>For the trial it is fitted to at most so many customers, evenly drawn: enough to know whether it would do better.</summary>
    public const int ParetoTrialCustomersMax = 4_000;

    private static readonly string[] BetaGeometricNames = ["r", "alpha", "a", "b"];
    private static readonly string[] ParetoNames = ["r", "alpha", "s", "beta"];

    /// <summary>What is tried for a store of so many customers.</summary>
    public static ImmutableArray<PurchaseModelKind> TriedFor(int customers) => customers <= ParetoCustomersMax
        ? [PurchaseModelKind.BetaGeometric, PurchaseModelKind.ModifiedBetaGeometric, PurchaseModelKind.Pareto]
        : [PurchaseModelKind.BetaGeometric, PurchaseModelKind.ModifiedBetaGeometric];

    /// <exception cref="ArgumentException">No customers.</exception>
    public static ModelFit<IPurchaseModel> Fit(PurchaseModelKind kind, SummaryGroups groups) => kind switch
    {
        PurchaseModelKind.BetaGeometric => Widen(BetaGeometricFit.Fit(groups, DropoutChance.AfterRepeatPurchase)),
        PurchaseModelKind.ModifiedBetaGeometric => Widen(BetaGeometricFit.Fit(groups, DropoutChance.AfterEveryPurchase)),
        _ => Widen(ParetoFit.Fit(groups)),
    };

    /// <summary>A fit for the trial on the store's past: to all customers, or to enough of them where a fit to all would take too long.</summary>
    public static ModelFit<IPurchaseModel> FitForTrial(PurchaseModelKind kind, PurchaseSummary[] customers)
    {
        if (kind != PurchaseModelKind.Pareto || customers.Length <= ParetoTrialCustomersMax)
        {
            return Fit(kind, SummaryGroups.Of(customers));
        }

        var step = (double)customers.Length / ParetoTrialCustomersMax;
        var drawn = Enumerable.Range(0, ParetoTrialCustomersMax).Select(i => customers[(int)(i * step)]).ToArray();
        return Fit(kind, SummaryGroups.Of(drawn));
    }

    /// <summary>Names and values; times are divided by <paramref name="unit"/>, 7 for weeks of a model in days.</summary>
    public static ImmutableArray<ModelParameter> ParametersOf(IPurchaseModel model, double unit) => model switch
    {
        BetaGeometricModel { Parameters: var p } => Named(BetaGeometricNames, p.R, p.Alpha / unit, p.A, p.B),
        ParetoModel { Parameters: var p } => Named(ParetoNames, p.R, p.Alpha / unit, p.S, p.Beta / unit),
        _ => throw new ArgumentException($"{model.Name} has no parameters to name.", nameof(model)),
    };

    /// <summary>A model as <see cref="ParametersOf"/> wrote it down.</summary>
    /// <exception cref="ArgumentException">No such model, or not its parameters.</exception>
    public static IPurchaseModel Restore(string name, ImmutableArray<ModelParameter> parameters, double unit)
    {
        double[] values = [.. parameters.Select(p => p.Value)];
        return (name, values) switch
        {
            (BetaGeometricModel.PlainName, [var r, var alpha, var a, var b]) =>
                new BetaGeometricModel(DropoutChance.AfterRepeatPurchase, new BetaGeometricParameters(r, alpha * unit, a, b)),
            (BetaGeometricModel.ModifiedName, [var r, var alpha, var a, var b]) =>
                new BetaGeometricModel(DropoutChance.AfterEveryPurchase, new BetaGeometricParameters(r, alpha * unit, a, b)),
            (ParetoModel.ModelName, [var r, var alpha, var s, var beta]) => new ParetoModel(new ParetoParameters(r, alpha * unit, s, beta * unit)),
            _ => throw new ArgumentException($"No model {name} with {values.Length} parameters.", nameof(name)),
        };
    }

    private static ModelFit<IPurchaseModel> Widen<TModel>(ModelFit<TModel> fit)
        where TModel : IPurchaseModel => new(fit.Model, fit.LogLikelihood, fit.Customers, fit.Converged, fit.AtBoundary);

    private static ImmutableArray<ModelParameter> Named(string[] names, params ReadOnlySpan<double> values)
    {
        var parameters = ImmutableArray.CreateBuilder<ModelParameter>(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            parameters.Add(new ModelParameter(names[i], values[i]));
        }

        return parameters.MoveToImmutable();
    }
}
