namespace XSight.Analytics.Numerics;

/// <summary>Nodes and weights of a Gaussian quadrature: the integral of a smooth function is the weighted sum of its values at the nodes.</summary>
public sealed class QuadratureRule
{
    private const int QlSweepsMax = 60;

    private QuadratureRule(double[] nodes, double[] weights)
    {
        Nodes = nodes;
        Weights = weights;
    }

    public double[] Nodes { get; }

    public double[] Weights { get; }

    /// <summary>For integrals over [0, 1].</summary>
    public static QuadratureRule Unit(int nodes) => Beta(1, 1, nodes);

    /// <summary>
    /// For expectations under a Beta(a, b) distribution (Gauss–Jacobi), for any a, b > 0: near 0, near 1 or in the hundred thousands.
    /// </summary>
    public static QuadratureRule Beta(double a, double b, int nodes)
    {
        // The Jacobi matrix on [0, 1], written without differences of near-equal numbers.
        var sum = a + b - 2;
        var diagonal = new double[nodes];
        var beside = new double[nodes];
        diagonal[0] = a / (a + b);
        for (var k = 1; k < nodes; k++)
        {
            var s = (2.0 * k) + sum;
            diagonal[k] = ((2.0 * k * k) + (2.0 * k * (sum + 1)) + (sum * a)) / (s * (s + 2));
            beside[k - 1] = k == 1
                ? Math.Sqrt(a * b / (a + b + 1)) / (a + b)
                : Math.Sqrt(k * (k + b - 1) * (k + a - 1) * (k + sum) / ((s + 1) * (s - 1))) / s;
        }

        var first = new double[nodes];
        first[0] = 1;
        Diagonalise(diagonal, beside, first);
        Array.Sort(diagonal, first);
        for (var i = 0; i < nodes; i++)
        {
            first[i] *= first[i];
        }

        return new QuadratureRule(diagonal, first);
    }

    /// <summary>
    /// Eigenvalues of a symmetric tridiagonal matrix by the QL method with implicit shifts, and the first row of its eigenvectors
    /// (Golub and Welsch 1969).
    /// </summary>
    private static void Diagonalise(double[] d, double[] e, double[] first)
    {
        var n = d.Length;
        for (var low = 0; low < n; low++)
        {
            for (var sweep = 0; ; sweep++)
            {
                var high = low;
                while (high < n - 1 && Math.Abs(e[high]) > double.Epsilon + (1e-16 * (Math.Abs(d[high]) + Math.Abs(d[high + 1]))))
                {
                    high++;
                }

                if (high == low)
                {
                    break;
                }

                if (sweep == QlSweepsMax)
                {
                    throw new InvalidOperationException("The quadrature's eigenvalues did not converge.");
                }

                Sweep(d, e, first, low, high);
            }
        }
    }

    /// <summary>One implicit QL step on the block from low to high.</summary>
    private static void Sweep(double[] d, double[] e, double[] first, int low, int high)
    {
        var g = (d[low + 1] - d[low]) / (2 * e[low]);
        var root = double.Hypot(g, 1);
        g = d[high] - d[low] + (e[low] / (g + Math.CopySign(root, g)));
        var (s, c, p) = (1.0, 1.0, 0.0);
        for (var i = high - 1; i >= low; i--)
        {
            var f = s * e[i];
            var b = c * e[i];
            root = double.Hypot(f, g);
            e[i + 1] = root;
            if (root == 0)
            {
                d[i + 1] -= p;
                e[high] = 0;
                return;
            }

            s = f / root;
            c = g / root;
            g = d[i + 1] - p;
            root = ((d[i] - g) * s) + (2 * c * b);
            p = s * root;
            d[i + 1] = g + p;
            g = (c * root) - b;
            (first[i], first[i + 1]) = ((c * first[i]) - (s * first[i + 1]), (s * first[i]) + (c * first[i + 1]));
        }

        d[low] -= p;
        e[low] = g;
        e[high] = 0;
    }
}
