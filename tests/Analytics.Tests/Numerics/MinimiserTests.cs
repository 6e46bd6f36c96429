using XSight.Analytics.Numerics;

namespace XSight.Analytics.Tests.Numerics;

public sealed class MinimiserTests
{
    [Fact]
    public void The_curved_valley_is_followed_to_its_end()
    {
        var minimum = Minimiser.Minimise(Rosenbrock, [-1.2, 1], -10, 10);

        Assert.True(minimum.Converged);
        Near.Equal(1, minimum.Point[0], 1e-7);
        Near.Equal(1, minimum.Point[1], 1e-7);
    }

    [Fact]
    public void A_minimum_outside_the_box_is_found_on_its_edge()
    {
        var minimum = Minimiser.Minimise(Rosenbrock, [-1.2, 0.3], -5, 0.5);

        Assert.True(minimum.Converged);
        Near.Equal(0.5, minimum.Point[0], 1e-9);
        Near.Equal(0.25, minimum.Point[1], 1e-7);
    }

    [Fact]
    public void A_function_that_falls_for_ever_ends_in_a_corner()
    {
        var minimum = Minimiser.Minimise(
            (point, gradient) =>
            {
                (gradient[0], gradient[1]) = (-1, 1);
                return point[1] - point[0];
            },
            [0, 0],
            -3,
            3);

        Assert.True(minimum.Converged);
        Assert.Equal([3, -3], minimum.Point);
    }

    private static double Rosenbrock(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var (x, y) = (point[0], point[1]);
        gradient[0] = (-2 * (1 - x)) - (400 * x * (y - (x * x)));
        gradient[1] = 200 * (y - (x * x));
        return ((1 - x) * (1 - x)) + (100 * (y - (x * x)) * (y - (x * x)));
    }
}
