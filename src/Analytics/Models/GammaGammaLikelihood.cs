using XSight.Analytics.Numerics;

namespace XSight.Analytics.Models;

/// <summary>Likelihood of mean spends under the Gamma-Gamma model.</summary>
internal static class GammaGammaLikelihood
{
    /// <summary>
    /// The mean negative log-likelihood of means in units of <paramref name="unit"/>, and its gradient in (ln p, ln (q−1), ln γ). Gamma
    /// functions of p·x are taken once a distinct x.
    /// </summary>
    public static double MeanNegative(
        SpendSummary[] customers, double[] logMeans, double unit, double p, double qExcess, double gamma, Span<double> gradient)
    {
        var q = 1 + qExcess;
        var (logGamma, digammaQ, logGammaQ) = (Math.Log(gamma), SpecialFunctions.Digamma(q), SpecialFunctions.LogGamma(q));
        var terms = new Dictionary<int, Terms>();
        var (total, byP, byQ, byGamma) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < customers.Length; i++)
        {
            var x = customers[i].X;
            if (!terms.TryGetValue(x, out var of))
            {
                terms[x] = of = Terms.Of(p * x, q);
            }

            var sum = gamma + (x * customers[i].Mean / unit);
            var logSum = Math.Log(sum);
            var logTotal = logMeans[i] + Math.Log(x);
            total += of.LogBeta - logGammaQ + (q * logGamma) - logMeans[i] + (p * x * logTotal) - (((p * x) + q) * logSum);
            byP += x * (of.SlopeOfSum - of.SlopeOfShape + logTotal - logSum);
            byQ += of.SlopeOfSum - digammaQ + logGamma - logSum;
            byGamma += (q / gamma) - (((p * x) + q) / sum);
        }

        var n = -customers.Length;
        (gradient[0], gradient[1], gradient[2]) = (byP * p / n, byQ * qExcess / n, byGamma * gamma / n);
        return total / n;
    }

    private readonly record struct Terms(double LogBeta, double SlopeOfSum, double SlopeOfShape)
    {
        public static Terms Of(double shape, double q) => new(
            SpecialFunctions.LogGamma(shape + q) - SpecialFunctions.LogGamma(shape),
            SpecialFunctions.Digamma(shape + q),
            SpecialFunctions.Digamma(shape));
    }
}
