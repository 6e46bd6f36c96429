using XSight.Analytics.Numerics;

namespace XSight.Analytics.Models;

/// <summary>
/// Fits <see cref="GammaGammaModel"/> by maximum likelihood with its analytic gradient, over the customers who have repeat purchases and
/// spent something on them.
/// </summary>
public static class GammaGammaFit
{
    /// <summary>Means above this share of all are brought down to it for the fit, unless told otherwise: one wholesale order must not teach the store's spread.</summary>
    public const double WinsoriseAt = 0.995;

    private const double LogMax = 12;
    private const double LogBoundary = 7;

    /// <summary>p, q − 1, γ in units of the customers' mean spend.</summary>
    private static readonly double[][] Starts = [[5, 2.5, 0.5], [1, 1, 1]];

    /// <param name="customers">All customers; those without repeat purchases or with a mean of nothing or less are left out.</param>
    /// <param name="winsoriseAt">1 takes the means as they are.</param>
    /// <returns>Null where no customer is left.</returns>
    public static ModelFit<GammaGammaModel>? Fit(IEnumerable<SpendSummary> customers, double winsoriseAt = WinsoriseAt)
    {
        var used = customers.Where(c => c is { X: > 0, Mean: > 0 }).ToArray();
        if (used.Length == 0)
        {
            return null;
        }

        Winsorise(used, winsoriseAt);
        var unit = used.Average(c => c.Mean);
        var logMeans = Array.ConvertAll(used, c => Math.Log(c.Mean / unit));
        var best = Minimiser.Minimise(MeanNegative, Starts.Select(start => Array.ConvertAll(start, Math.Log)), -LogMax, LogMax);
        var model = new GammaGammaModel(Math.Exp(best.Point[0]), 1 + Math.Exp(best.Point[1]), Math.Exp(best.Point[2]) * unit);
        return new ModelFit<GammaGammaModel>(
            model,
            -(best.Value + Math.Log(unit)) * used.Length,
            used.Length,
            best.Converged,
            best.Point.Any(v => Math.Abs(v) > LogBoundary));

        double MeanNegative(ReadOnlySpan<double> point, Span<double> gradient) =>
            GammaGammaLikelihood.MeanNegative(used, logMeans, unit, Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]), gradient);
    }

    /// <summary>
    /// Pearson's r between the number of repeat purchases and the mean spend; 0 where either does not vary. The model takes them to be
    /// independent: above 0.3 it should not be used.
    /// </summary>
    public static double Correlation(IEnumerable<SpendSummary> customers)
    {
        var used = customers.Where(c => c is { X: > 0, Mean: > 0 }).ToArray();
        if (used.Length == 0)
        {
            return 0;
        }

        var (meanX, meanSpend) = (used.Average(c => (double)c.X), used.Average(c => c.Mean));
        var (both, ofX, ofSpend) = (0.0, 0.0, 0.0);
        foreach (var (x, mean) in used)
        {
            both += (x - meanX) * (mean - meanSpend);
            ofX += (x - meanX) * (x - meanX);
            ofSpend += (mean - meanSpend) * (mean - meanSpend);
        }

        return ofX == 0 || ofSpend == 0 ? 0 : both / Math.Sqrt(ofX * ofSpend);
    }

    private static void Winsorise(SpendSummary[] customers, double at)
    {
        if (at >= 1)
        {
            return;
        }

        var means = Array.ConvertAll(customers, c => c.Mean);
        Array.Sort(means);
        var most = means[Math.Max(0, (int)Math.Ceiling(at * means.Length) - 1)];
        for (var i = 0; i < customers.Length; i++)
        {
            customers[i] = customers[i] with { Mean = Math.Min(customers[i].Mean, most) };
        }
    }
}
