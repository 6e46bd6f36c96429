using XSight.Analytics.Numerics;

namespace XSight.Analytics.Models;

/// <summary>Fits Pareto/NBD to a store's customers. Some twenty times the work of <see cref="BetaGeometricFit"/>.</summary>
public static class ParetoFit
{
    private const double LogMax = 12;
    private const double LogBoundary = 7;

    /// <summary>r, α, s, β, the second and the fourth in units of the mean age.</summary>
    private static readonly double[][] Starts = [[0.5, 0.4, 0.5, 0.4], [1, 1, 1, 1]];

    /// <exception cref="ArgumentException">No customers.</exception>
    public static ModelFit<ParetoModel> Fit(SummaryGroups groups)
    {
        if (groups.Customers == 0)
        {
            throw new ArgumentException("A model needs customers to be fitted to.", nameof(groups));
        }

        var likelihood = new ParetoLikelihood(groups);
        var scale = TimeScale.Of(groups);
        var best = Minimiser.Minimise(MeanNegative, Starts.Select(start => Array.ConvertAll(start, Math.Log)), -LogMax, LogMax);
        var (r, alpha, s, beta) = (Math.Exp(best.Point[0]), Math.Exp(best.Point[1]) * scale.Unit, Math.Exp(best.Point[2]), Math.Exp(best.Point[3]) * scale.Unit);
        return new ModelFit<ParetoModel>(
            new ParetoModel(new ParetoParameters(r, alpha, s, beta)),
            (-best.Value * groups.Customers) - scale.LogLikelihoodShift,
            groups.Customers,
            best.Converged,
            best.Point.Any(p => Math.Abs(p) > LogBoundary));

        double MeanNegative(ReadOnlySpan<double> point, Span<double> gradient)
        {
            var value = likelihood.Evaluate(Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]), Math.Exp(point[3]), scale.Unit, gradient);
            for (var i = 0; i < gradient.Length; i++)
            {
                gradient[i] /= -groups.Customers;
            }

            return -value / groups.Customers;
        }
    }
}
