namespace XSight.Analytics.Models;

/// <summary>
/// Log-likelihood of grouped customers under BG/NBD or MBG/NBD with its analytic gradient in (ln r, ln α, ln a, ln b). Whatever depends
/// on x or on a time alone is computed once a distinct value; a group costs one exponential and one logarithm.
/// </summary>
internal sealed class BetaGeometricLikelihood
{
    /// <summary>Groups are summed in parts of this many, side by side where there are several.</summary>
    private const int GroupsPerPart = 32_768;

    private readonly SummaryGroups _groups;
    private readonly int _extra;
    private readonly double[] _logs;
    private readonly double[] _inverses;
    private readonly double[] _leftRatios;
    private readonly RisingFactorials _ofR;
    private readonly RisingFactorials _ofB;
    private readonly RisingFactorials _ofSum;

    public BetaGeometricLikelihood(SummaryGroups groups, DropoutChance dropout)
    {
        _groups = groups;
        _extra = dropout == DropoutChance.AfterEveryPurchase ? 1 : 0;
        _logs = new double[groups.Times.Length];
        _inverses = new double[groups.Times.Length];
        _leftRatios = new double[groups.XMax + _extra + 1];
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
        var parts = new Sums[(_groups.Count + GroupsPerPart - 1) / GroupsPerPart];
        if (parts.Length == 1)
        {
            parts[0] = SumOf(0, r, b);
        }
        else
        {
            Parallel.For(0, parts.Length, part => parts[part] = SumOf(part, r, b));
        }

        // Added in the order of the parts: the same data always give the same digits.
        var all = default(Sums);
        foreach (var part in parts)
        {
            all += part;
        }

        var n = _groups.Customers;
        var logAlpha = Math.Log(alpha);
        gradient[0] = (all.ByR + (n * logAlpha)) * r;
        gradient[1] = (n * r) + (all.ByAlpha * alpha);
        gradient[2] = all.Left - (all.RisingSum * a);
        gradient[3] = (all.ByB - all.RisingSum) * b;
        return all.Value + (n * r * logAlpha);
    }

    private Sums SumOf(int part, double r, double b)
    {
        var sums = default(Sums);
        var end = Math.Min(_groups.Count, (part + 1) * GroupsPerPart);
        for (var g = part * GroupsPerPart; g < end; g++)
        {
            var x = _groups[g].X;
            var survived = x + _extra;
            var (lastAge, age, weight) = (_groups.LastAges[g], _groups.Ages[g], _groups.Weights[g]);
            var shape = r + x;
            var alive = -shape * _logs[age];
            var left = 0.0;
            var logSum = alive;
            if (survived > 0)
            {
                // Either alive until T, or gone after the last purchase; the greater of the two carries the exponent.
                var difference = _leftRatios[survived] - (shape * _logs[lastAge]) - alive;
                var smaller = Math.Exp(-Math.Abs(difference));
                left = (difference > 0 ? 1 : smaller) / (1 + smaller);
                logSum += Math.Max(difference, 0) + Math.Log(1 + smaller);
                sums.ByB += weight * (_ofB.Slopes[survived] - (left / (b + survived - 1)));
                sums.RisingSum += weight * _ofSum.Slopes[survived];
                sums.Left += weight * left;
            }

            sums.Value += weight * (_ofR.Logs[x] + _ofB.Logs[survived] - _ofSum.Logs[survived] + logSum);
            sums.ByR += weight * (_ofR.Slopes[x] - ((1 - left) * _logs[age]) - (left * _logs[lastAge]));
            sums.ByAlpha -= weight * shape * (((1 - left) * _inverses[age]) + (left * _inverses[lastAge]));
        }

        return sums;
    }

    private void Prepare(double r, double alpha, double a, double b, double timeScale)
    {
        for (var i = 0; i < _logs.Length; i++)
        {
            var sum = alpha + (_groups.Times[i] / timeScale);
            _logs[i] = Math.Log(sum);
            _inverses[i] = 1 / sum;
        }

        for (var survived = 1; survived < _leftRatios.Length; survived++)
        {
            _leftRatios[survived] = Math.Log(a / (b + survived - 1));
        }

        _ofR.Compute(r);
        _ofB.Compute(b);
        _ofSum.Compute(a + b);
    }

    /// <summary>Of a part's customers, without the terms that all customers have alike.</summary>
    private struct Sums
    {
        public double Value;
        public double ByR;
        public double ByAlpha;
        public double ByB;

        /// <summary>Shares of the explanation that the customer has left.</summary>
        public double Left;

        /// <summary>Slopes of the rising factorial of a + b, which a and b have in common.</summary>
        public double RisingSum;

        public static Sums operator +(Sums one, Sums other) => new()
        {
            Value = one.Value + other.Value,
            ByR = one.ByR + other.ByR,
            ByAlpha = one.ByAlpha + other.ByAlpha,
            ByB = one.ByB + other.ByB,
            Left = one.Left + other.Left,
            RisingSum = one.RisingSum + other.RisingSum,
        };
    }
}
