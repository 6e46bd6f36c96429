using XSight.Analytics.Numerics;

namespace XSight.Analytics.Tests.Numerics;

public sealed class QuadratureRuleTests
{
    /// <summary>Moments of Beta(a, b): E p^k = Π (a+i)/(a+b+i). A rule of n nodes is exact up to the power 2n − 1.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(0.8, 2.5)]
    [InlineData(0.5, 0.5)]
    [InlineData(1e-6, 3)]
    [InlineData(4e-6, 27_726)]
    [InlineData(5_000, 40_000)]
    [InlineData(0.3, 0.2)]
    [InlineData(1, 5_000)]
    public void Moments_of_a_beta_distribution_are_exact(double a, double b)
    {
        const int Nodes = 64;
        var rule = QuadratureRule.Beta(a, b, Nodes);
        var moment = 1.0;
        for (var power = 0; power < (2 * Nodes) - 1; power++)
        {
            var sum = 0.0;
            for (var i = 0; i < Nodes; i++)
            {
                sum += rule.Weights[i] * Math.Pow(rule.Nodes[i], power);
            }

            Near.Equal(moment, sum, 1e-13 + (moment * 1e-10));
            moment *= (a + power) / (a + b + power);
        }
    }

    [Fact]
    public void An_exponential_is_integrated_to_the_last_digits()
    {
        var rule = QuadratureRule.Unit(32);

        Near.Relative((1 - Math.Exp(-30)) / 30, rule.Nodes.Zip(rule.Weights).Sum(n => n.Second * Math.Exp(-30 * n.First)), 1e-12);
    }
}
