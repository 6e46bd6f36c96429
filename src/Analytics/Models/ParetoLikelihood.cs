namespace XSight.Analytics.Models;

/// <summary>
/// Log-likelihood of grouped customers under Pareto/NBD with its analytic gradient in (ln r, ln α, ln s, ln β). The likelihood is a sum of
/// positive terms, alive until T or gone at a node's moment, so the gradient is the mean of the terms' gradients by their shares.
/// </summary>
internal sealed class ParetoLikelihood(SummaryGroups groups)
{
    private const int Nodes = ParetoIntegral.Nodes;

    private readonly RisingFactorials _ofR = new(groups.XMax);

    public double Evaluate(double r, double alpha, double s, double beta, double timeScale, Span<double> gradient)
    {
        _ofR.Compute(r);
        var (logAlpha, logBeta) = (Math.Log(alpha), Math.Log(beta));
        var total = 0.0;
        Span<double> means = stackalloc double[4];
        Span<double> sums = stackalloc double[4];
        sums.Clear();
        for (var g = 0; g < groups.Count; g++)
        {
            var (x, lastAge, age) = groups[g];
            var weight = groups.Weights[g];
            var logSum = LogTerms(r + x, alpha, s, beta, lastAge / timeScale, age / timeScale, means);
            total += weight * (_ofR.Logs[x] + (r * logAlpha) + (s * logBeta) + logSum);
            sums[0] += weight * (_ofR.Slopes[x] + logAlpha + means[0]);
            sums[1] += weight * ((r / alpha) + means[1]);
            sums[2] += weight * (logBeta + means[2]);
            sums[3] += weight * ((s / beta) + means[3]);
        }

        (gradient[0], gradient[1], gradient[2], gradient[3]) = (sums[0] * r, sums[1] * alpha, sums[2] * s, sums[3] * beta);
        return total;
    }

    /// <summary>ln of the sum of the terms; fills in the means of their derivatives by r, α, s and β.</summary>
    private static double LogTerms(double shape, double alpha, double s, double beta, double lastAge, double age, Span<double> means)
    {
        Span<double> logTerms = stackalloc double[Nodes];
        Span<double> logAlphas = stackalloc double[Nodes];
        Span<double> logBetas = stackalloc double[Nodes];
        var (aliveAlpha, aliveBeta) = (Math.Log(alpha + age), Math.Log(beta + age));
        var alive = -(shape * aliveAlpha) - (s * aliveBeta);
        var nodes = ParetoIntegral.Place(alpha, beta, shape, lastAge, age, logTerms, logAlphas, logBetas) ? Nodes : 0;
        var logS = Math.Log(s);
        var greatest = alive;
        for (var i = 0; i < nodes; i++)
        {
            logTerms[i] += logS - (shape * logAlphas[i]) - ((s + 1) * logBetas[i]);
            greatest = Math.Max(greatest, logTerms[i]);
        }

        var sum = Math.Exp(alive - greatest);
        means[0] = -sum * aliveAlpha;
        means[1] = -sum * shape / (alpha + age);
        means[2] = -sum * aliveBeta;
        means[3] = -sum * s / (beta + age);
        for (var i = 0; i < nodes; i++)
        {
            var share = Math.Exp(logTerms[i] - greatest);
            sum += share;
            means[0] -= share * logAlphas[i];
            means[1] -= share * shape * Math.Exp(-logAlphas[i]);
            means[2] += share * ((1 / s) - logBetas[i]);
            means[3] -= share * (s + 1) * Math.Exp(-logBetas[i]);
        }

        for (var i = 0; i < means.Length; i++)
        {
            means[i] /= sum;
        }

        return greatest + Math.Log(sum);
    }
}
