namespace XSight.Analytics.Numerics;

/// <summary>Functions that the runtime lacks or has without the digits needed here. Relative errors are near 1e-15 where not said otherwise.</summary>
public static class SpecialFunctions
{
    /// <summary>From here on Stirling's series with the terms below is exact to double precision.</summary>
    private const double StirlingFrom = 12;

    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>ln Γ(x) for x > 0.</summary>
    public static double LogGamma(double x)
    {
        var product = 1.0;
        while (x < StirlingFrom)
        {
            product *= x;
            x++;
        }

        var inverse = 1 / x;
        var square = inverse * inverse;
        var series = inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680) - (square * ((1.0 / 1188) - (square * (691.0 / 360360)))))))))));
        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + series - Math.Log(product);
    }

    /// <summary>ψ(x), the derivative of ln Γ(x), for x > 0.</summary>
    public static double Digamma(double x)
    {
        var shifted = 0.0;
        while (x < StirlingFrom)
        {
            shifted += 1 / x;
            x++;
        }

        var inverse = 1 / x;
        var square = inverse * inverse;
        var series = square * ((1.0 / 12) - (square * ((1.0 / 120) - (square * ((1.0 / 252) - (square * ((1.0 / 240) - (square * ((1.0 / 132) - (square * (691.0 / 32760)))))))))));
        return Math.Log(x) - (inverse / 2) - series - shifted;
    }

    /// <summary>ln(1 + x), exact also for tiny x.</summary>
    public static double Log1p(double x)
    {
        // The rounding of 1 + x is undone by the quotient: what was lost of x is lost in the divisor too.
        var sum = 1 + x;
        return sum == 1 || double.IsPositiveInfinity(sum) ? x : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>e^x − 1, exact also for tiny x.</summary>
    public static double Expm1(double x)
    {
        if (Math.Abs(x) > 0.5)
        {
            return Math.Exp(x) - 1;
        }

        var exponential = Math.Exp(x);
        var minusOne = exponential - 1;
        return minusOne == 0 ? x : minusOne * (x / Math.Log(exponential));
    }

    /// <summary>ln(e^a + e^b) without overflow; −∞ stands for an absent term.</summary>
    public static double LogAddExp(double a, double b)
    {
        var (greater, smaller) = a >= b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(smaller) ? greater : greater + Log1p(Math.Exp(smaller - greater));
    }

    /// <summary>1/(1 + e^−x).</summary>
    public static double Logistic(double x)
    {
        if (x >= 0)
        {
            return 1 / (1 + Math.Exp(-x));
        }

        var exponential = Math.Exp(x);
        return exponential / (1 + exponential);
    }
}
