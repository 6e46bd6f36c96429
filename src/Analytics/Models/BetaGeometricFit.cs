using XSight.Analytics.Numerics;

namespace XSight.Analytics.Models;

/// <summary>Fits BG/NBD or MBG/NBD to a store's customers.</summary>
public static class BetaGeometricFit
{
    /// <summary>Logarithms of parameters stay within these: e^12 is far into where nothing changes any more.</summary>
    private const double LogMax = 12;

    /// <summary>A logarithm this near its bound, or two parameters this large, are at the boundary.</summary>
    private const double LogBoundary = 7;

    /// <summary>r, α in units of the mean age, a, b. Different enough that one of them is in the valley of the best point.</summary>
    private static readonly double[][] Starts = [[0.5, 0.3, 0.8, 2], [1, 1, 1, 1], [0.25, 0.1, 0.1, 3]];

    /// <exception cref="ArgumentException">No customers.</exception>
    public static ModelFit<BetaGeometricModel> Fit(SummaryGroups groups, DropoutChance dropout)
    {
        if (groups.Customers == 0)
        {
            throw new ArgumentException("A model needs customers to be fitted to.", nameof(groups));
        }

        var likelihood = new BetaGeometricLikelihood(groups, dropout);
        var scale = TimeScale.Of(groups);
        var best = Minimiser.Minimise(MeanNegative, Starts.Select(start => Array.ConvertAll(start, Math.Log)), -LogMax, LogMax);
        var (r, alpha, a, b) = (Math.Exp(best.Point[0]), Math.Exp(best.Point[1]) * scale.Unit, Math.Exp(best.Point[2]), Math.Exp(best.Point[3]));
        return new ModelFit<BetaGeometricModel>(
            new BetaGeometricModel(dropout, new BetaGeometricParameters(r, alpha, a, b)),
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
