namespace XSight.Analytics.Numerics;

/// <summary>
/// The BFGS method for smooth functions of a few variables within a box, with backtracking steps. A variable at a bound that the
/// gradient pushes outward stays there.
/// </summary>
public static class Minimiser
{
    private const int IterationsMax = 300;
    private const int BacktracksMax = 40;
    private const double GradientTolerance = 1e-8;
    private const double CoarseTolerance = 1e-3;
    private const double SufficientDecrease = 1e-4;
    private const double StepMax = 2;

    /// <summary>The function's value at a point; fills in its gradient.</summary>
    public delegate double Function(ReadOnlySpan<double> point, Span<double> gradient);

    /// <summary>Follows several starts until each knows its valley, and the best of them to the end.</summary>
    public static Minimum Minimise(Function function, IEnumerable<double[]> starts, double lower, double upper)
    {
        var coarse = starts.Select(start => Minimise(function, start, lower, upper, CoarseTolerance)).MinBy(m => m.Value)!;
        return Minimise(function, coarse.Point, lower, upper);
    }

    public static Minimum Minimise(Function function, double[] start, double lower, double upper, double gradientTolerance = GradientTolerance)
    {
        var n = start.Length;
        var point = (double[])start.Clone();
        var gradient = new double[n];
        var value = function(point, gradient);
        var inverse = Identity(n);
        var (next, nextGradient, direction) = (new double[n], new double[n], new double[n]);
        for (var iteration = 0; iteration < IterationsMax; iteration++)
        {
            if (ProjectedNorm(point, gradient, lower, upper) < gradientTolerance)
            {
                return new Minimum(point, value, Converged: true, iteration);
            }

            var slope = Direct(inverse, point, gradient, direction, lower, upper);
            if (slope >= 0)
            {
                inverse = Identity(n);
                slope = Direct(inverse, point, gradient, direction, lower, upper);
            }

            if (!TryStep(function, point, value, slope, direction, lower, upper, next, nextGradient, out var nextValue))
            {
                // Rounding hides any further descent: this is as far as the digits go, unless the curvature was stale.
                if (IsIdentity(inverse))
                {
                    return new Minimum(point, value, Converged: true, iteration);
                }

                inverse = Identity(n);
                continue;
            }

            Update(inverse, point, gradient, next, nextGradient);
            (point, next) = (next, point);
            (gradient, nextGradient) = (nextGradient, gradient);
            value = nextValue;
        }

        return new Minimum(point, value, Converged: false, IterationsMax);
    }

    private static double ProjectedNorm(double[] point, double[] gradient, double lower, double upper)
    {
        var norm = 0.0;
        for (var i = 0; i < point.Length; i++)
        {
            norm = IsHeld(point[i], gradient[i], lower, upper) ? norm : Math.Max(norm, Math.Abs(gradient[i]));
        }

        return norm;
    }

    private static bool IsHeld(double at, double slope, double lower, double upper) => (at <= lower && slope > 0) || (at >= upper && slope < 0);

    /// <summary>Fills in the quasi-Newton direction, no longer than a step may be, and returns the slope along it.</summary>
    private static double Direct(double[,] inverse, double[] point, double[] gradient, double[] direction, double lower, double upper)
    {
        var n = point.Length;
        var longest = 0.0;
        for (var i = 0; i < n; i++)
        {
            direction[i] = 0;
            if (IsHeld(point[i], gradient[i], lower, upper))
            {
                continue;
            }

            for (var j = 0; j < n; j++)
            {
                direction[i] -= IsHeld(point[j], gradient[j], lower, upper) ? 0 : inverse[i, j] * gradient[j];
            }

            longest = Math.Max(longest, Math.Abs(direction[i]));
        }

        var slope = 0.0;
        for (var i = 0; i < n; i++)
        {
            direction[i] *= longest > StepMax ? StepMax / longest : 1;
            slope += direction[i] * gradient[i];
        }

        return slope;
    }

    private static bool TryStep(
        Function function, double[] point, double value, double slope, double[] direction, double lower, double upper,
        double[] next, double[] nextGradient, out double nextValue)
    {
        var step = 1.0;
        for (var backtrack = 0; backtrack < BacktracksMax; backtrack++)
        {
            for (var i = 0; i < point.Length; i++)
            {
                next[i] = Math.Clamp(point[i] + (step * direction[i]), lower, upper);
            }

            nextValue = function(next, nextGradient);
            if (nextValue < value && nextValue <= value + (SufficientDecrease * step * slope))
            {
                return true;
            }

            // The minimum of the parabola through what is known, kept within a tenth and a half of the step.
            var parabola = -slope * step * step / (2 * (nextValue - value - (slope * step)));
            step = double.IsFinite(parabola) ? Math.Clamp(parabola, step / 10, step / 2) : step / 10;
        }

        nextValue = value;
        return false;
    }

    /// <summary>The BFGS update of the inverse Hessian, left out where the curvature along the step is not positive.</summary>
    private static void Update(double[,] inverse, double[] point, double[] gradient, double[] next, double[] nextGradient)
    {
        var n = point.Length;
        Span<double> s = stackalloc double[n];
        Span<double> y = stackalloc double[n];
        Span<double> product = stackalloc double[n];
        var (curvature, squareOfY) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            s[i] = next[i] - point[i];
            y[i] = nextGradient[i] - gradient[i];
            curvature += s[i] * y[i];
            squareOfY += y[i] * y[i];
        }

        if (curvature <= 1e-300)
        {
            return;
        }

        if (IsIdentity(inverse))
        {
            for (var i = 0; i < n; i++)
            {
                inverse[i, i] = curvature / squareOfY;
            }
        }

        var quadratic = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                product[i] += inverse[i, j] * y[j];
            }

            quadratic += y[i] * product[i];
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                inverse[i, j] += ((1 + (quadratic / curvature)) * s[i] * s[j] / curvature) - (((s[i] * product[j]) + (product[i] * s[j])) / curvature);
            }
        }
    }

    private static double[,] Identity(int n)
    {
        var identity = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            identity[i, i] = 1;
        }

        return identity;
    }

    private static bool IsIdentity(double[,] matrix)
    {
        for (var i = 0; i < matrix.GetLength(0); i++)
        {
            for (var j = 0; j < matrix.GetLength(1); j++)
            {
                if (matrix[i, j] != (i == j ? 1 : 0))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
