namespace XSight.Analytics.Models;

/// <summary>Log-likelihood of grouped customers under BG/NBD or MBG/NBD with its analytic gradient in (ln r, ln α, ln a, ln b).</summary>
internal sealed class BetaGeometricLikelihood
{
    private readonly SummaryGroups _groups;
    private readonly int _extra;
    private readonly double[] _logs;
    private readonly double[] _inverses;
    private readonly RisingFactorials _ofR;
    private readonly RisingFactorials _ofB;
    private readonly RisingFactorials _ofSum;

    public BetaGeometricLikelihood(SummaryGroups groups, DropoutChance dropout)
    {
        _groups = groups;
        _extra = dropout == DropoutChance.AfterEveryPurchase ? 1 : 0;
        _logs = new double[groups.Times.Length];
        _inverses = new double[groups.Times.Length];
        _ofR = new RisingFactorials(groups.XMax);
        _ofB = new RisingFactorials(groups.XMax + _extra);
        _ofSum = new RisingFactorials(groups.XMax + _extra);
    }

    /// <param name="r">Shape of the purchase rate.</param>
    /// <param name="alpha">Its scale, in units of <paramref name="timeScale"/>.</param>
    /// <param name="a">Of the chance to leave.</param>
    /// <param name="b">Of the chance to leave.</param>
    /// <param name="timeScale">Times are divided by it.</param>
    /// <param name="gradient">By the logarithms of the four.</param>
    public double Evaluate(double r, double alpha, double a, double b, double timeScale, Span<double> gradient)
    {
        Prepare(r, alpha, a, b, timeScale);
        var (total, byR, byAlpha, byA, byB) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var logAlpha = Math.Log(alpha);
        for (var g = 0; g < _groups.Count; g++)
        {
            var x = _groups[g].X;
            var survived = x + _extra;
            var (lastAge, age, weight) = (_groups.LastAges[g], _groups.Ages[g], _groups.Weights[g]);
            var shape = r + x;
            var alive = -shape * _logs[age];
            var leftShare = 0.0;
            var logSum = alive;
            if (survived > 0)
            {
                // Either alive until T, or gone after the last purchase; the greater of the two carries the exponent.
                var difference = Math.Log(a / (b + survived - 1)) - (shape * _logs[lastAge]) - alive;
                var smaller = Math.Exp(-Math.Abs(difference));
                leftShare = (difference > 0 ? 1 : smaller) / (1 + smaller);
                logSum += Math.Max(difference, 0) + Math.Log(1 + smaller);
            }

            total += weight * (_ofR.Logs[x] + (r * logAlpha) + _ofB.Logs[survived] - _ofSum.Logs[survived] + logSum);
            byR += weight * (_ofR.Slopes[x] + logAlpha - ((1 - leftShare) * _logs[age]) - (leftShare * _logs[lastAge]));
            byAlpha += weight * ((r / alpha) - (shape * (((1 - leftShare) * _inverses[age]) + (leftShare * _inverses[lastAge]))));
            byA += weight * ((leftShare / a) - _ofSum.Slopes[survived]);
            byB += weight * (_ofB.Slopes[survived] - _ofSum.Slopes[survived] - (survived > 0 ? leftShare / (b + survived - 1) : 0));
        }

        (gradient[0], gradient[1], gradient[2], gradient[3]) = (byR * r, byAlpha * alpha, byA * a, byB * b);
        return total;
    }

    private void Prepare(double r, double alpha, double a, double b, double timeScale)
    {
        for (var i = 0; i < _logs.Length; i++)
        {
            var sum = alpha + (_groups.Times[i] / timeScale);
            _logs[i] = Math.Log(sum);
            _inverses[i] = 1 / sum;
        }

        _ofR.Compute(r);
        _ofB.Compute(b);
        _ofSum.Compute(a + b);
    }
}
