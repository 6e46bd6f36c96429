using XSight.Analytics.Numerics;

namespace XSight.Analytics.Tests.Numerics;

public sealed class SpecialFunctionsTests
{
    /// <summary>ln Γ, from tables and from factorials.</summary>
    [Theory]
    [InlineData(1e-10, 23.025850929882735)]
    [InlineData(0.5, 0.5723649429247001)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(10, 12.801827480081469)]
    [InlineData(100, 359.1342053695754)]
    [InlineData(1e6, 12815504.569147611)]
    public void Log_gamma_has_its_known_values(double x, double expected) =>
        Near.Equal(expected, SpecialFunctions.LogGamma(x), 1e-14 * Math.Max(1, Math.Abs(expected)));

    [Theory]
    [InlineData(1, -0.5772156649015329)]
    [InlineData(0.5, -1.9635100260214235)]
    [InlineData(10, 2.251752589066721)]
    [InlineData(1e-6, -1000000.5772140200)]
    public void Digamma_has_its_known_values(double x, double expected) =>
        Near.Equal(expected, SpecialFunctions.Digamma(x), 1e-14 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void Both_follow_their_recurrences_across_the_join_of_series_and_product()
    {
        for (var x = 0.05; x < 40; x += 0.05)
        {
            Near.Equal(Math.Log(x), SpecialFunctions.LogGamma(x + 1) - SpecialFunctions.LogGamma(x), 1e-12);
            Near.Equal(1 / x, SpecialFunctions.Digamma(x + 1) - SpecialFunctions.Digamma(x), 1e-12);
        }
    }

    [Theory]
    [InlineData(1e-20)]
    [InlineData(-3e-9)]
    [InlineData(1e-5)]
    [InlineData(0.3)]
    [InlineData(-0.4)]
    public void Logarithm_and_exponential_near_one_undo_each_other(double x)
    {
        Near.Relative(x, SpecialFunctions.Expm1(SpecialFunctions.Log1p(x)), 1e-14);
        Near.Relative(x - (x * x / 2) + (x * x * x / 3), SpecialFunctions.Log1p(x), Math.Max(1e-15, Math.Abs(x * x * x)));
    }

    [Fact]
    public void Sums_of_exponentials_do_not_overflow()
    {
        Near.Equal(1_000 + Math.Log(2), SpecialFunctions.LogAddExp(1_000, 1_000), 1e-12);
        Assert.Equal(-3, SpecialFunctions.LogAddExp(double.NegativeInfinity, -3));
        Assert.Equal(double.NegativeInfinity, SpecialFunctions.LogAddExp(double.NegativeInfinity, double.NegativeInfinity));
        Assert.Equal(0, SpecialFunctions.Logistic(double.NegativeInfinity));
        Assert.Equal(1, SpecialFunctions.Logistic(double.PositiveInfinity));
    }
}
