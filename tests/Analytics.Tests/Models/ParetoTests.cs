using XSight.Analytics.Models;

namespace XSight.Analytics.Tests.Models;

public sealed class ParetoTests
{
    /// <summary>As fitted by the R package BTYD to the CDNOW sample.</summary>
    private static readonly ParetoModel Btyd = new(new ParetoParameters(0.5533971432566355, 10.580198543474351, 0.6060624971176619, 11.656223670707698));

    private static readonly Lazy<ModelFit<ParetoModel>> OnSample = new(() => ParetoFit.Fit(References.GroupsInWeeks(References.HoldoutOf("cdnow_sample"))));

    [Fact]
    public void The_published_parameters_of_CDNOW_come_out()
    {
        var fit = OnSample.Value;

        Assert.True(fit.Converged);
        Near.Equal(0.553, fit.Model.Parameters.R, 0.0006);
        Near.Relative(10.578, fit.Model.Parameters.Alpha, 0.0005);
        Near.Relative(0.606, fit.Model.Parameters.S, 0.001);
        Near.Relative(11.669, fit.Model.Parameters.Beta, 0.002);
        Near.Equal(-9594.976, fit.LogLikelihood, 0.001);
    }

    [Fact]
    public void The_likelihood_of_all_customers_at_given_parameters_is_that_of_the_reference() => Near.Equal(
        -9594.976198,
        References.HoldoutOf("cdnow_sample").Histories.Sum(h => Btyd.LogLikelihood(References.InWeeks(h.Purchases))),
        1e-4);

    [Fact]
    public void Customer_1516_of_the_walkthrough_comes_out()
    {
        var customer = new PurchaseSummary(26, 216 / 7.0, 31);

        Near.Equal(0.997874, Btyd.ProbabilityAlive(customer), 1e-6);
        Near.Relative(25.45647, Btyd.ExpectedPurchases(customer, 52), 1e-4);
    }

    [Theory]
    [InlineData(10, 0.7062289)]
    [InlineData(15, 0.1442396)]
    [InlineData(20, 0.02250658)]
    [InlineData(25, 0.00309267)]
    public void More_purchases_then_silence_mean_fewer_to_come(int x, double expected) =>
        Near.Relative(expected, Btyd.ExpectedPurchases(new PurchaseSummary(x, 20, 39), 52), 5e-4);

    /// <summary>The packages lifetimes and BTYD print these for fits of their own, a little beside the published one.</summary>
    [Fact]
    public void Expected_purchases_of_a_new_customer_come_out()
    {
        var model = OnSample.Value.Model;
        var expected = References.Root.GetProperty("paretoOfNewCustomer").EnumerateArray().Select(e => e.GetDouble()).ToArray();
        for (var week = 0; week < expected.Length; week++)
        {
            Near.Relative(expected[week], model.ExpectedOfNewCustomer(week), 0.01);
        }

        Near.Relative(1.473434, Btyd.ExpectedOfNewCustomer(52), 5e-4);
    }

    [Fact]
    public void The_chance_of_a_purchase_is_that_of_the_double_integral()
    {
        var customer = new PurchaseSummary(2, 30.43, 38.86);
        var (r, alpha, s, beta) = (Btyd.Parameters.R, Btyd.Parameters.Alpha, Btyd.Parameters.S, Btyd.Parameters.Beta);

        // Trapezoids over u of the density of the first purchase at u, not having left before it.
        const int Steps = 200_000;
        const double Horizon = 13;
        var sum = 0.0;
        for (var i = 0; i <= Steps; i++)
        {
            var u = Horizon * i / Steps;
            var density = (r + 2) / (alpha + 38.86 + u) * Math.Pow((alpha + 38.86) / (alpha + 38.86 + u), r + 2) * Math.Pow((beta + 38.86) / (beta + 38.86 + u), s);
            sum += density * (i is 0 or Steps ? 0.5 : 1);
        }

        Near.Equal(Btyd.ProbabilityAlive(customer) * sum * Horizon / Steps, Btyd.ProbabilityOfPurchase(customer, Horizon), 1e-8);
    }

    /// <summary>x, t_x, T where the hypergeometric forms overflow or lose their digits.</summary>
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0, 5_000)]
    [InlineData(200, 38, 40)]
    [InlineData(200, 1, 1_000)]
    [InlineData(2_000, 500, 500)]
    [InlineData(2_000, 499, 500)]
    public void Extreme_customers_have_finite_figures(int x, double lastAge, double age)
    {
        var customer = new PurchaseSummary(x, lastAge, age);
        foreach (var model in new[] { Btyd, new ParetoModel(new ParetoParameters(0.1, 0.01, 1, 30)), new ParetoModel(new ParetoParameters(3, 40, 1e-4, 0.02)) })
        {
            Assert.True(double.IsFinite(model.LogLikelihood(customer)));
            Assert.InRange(model.ProbabilityAlive(customer), 0, 1);
            Assert.InRange(model.ProbabilityOfPurchase(customer, 13), 0, model.ProbabilityAlive(customer));
            Assert.InRange(model.ExpectedPurchases(customer, 13), 0, 1e6);
        }
    }
}
