using XSight.Analytics.Models;

namespace XSight.Analytics.Tests.Models;

public sealed class GammaGammaTests
{
    private static readonly Lazy<ModelFit<GammaGammaModel>> OnSummary = new(() => GammaGammaFit.Fit(References.CdnowSpend, winsoriseAt: 1)!);

    [Fact]
    public void The_published_parameters_of_CDNOW_come_out()
    {
        var fit = OnSummary.Value;
        var reference = References.Root.GetProperty("gammaGammaOnSummary");

        Assert.True(fit.Converged);
        Assert.Equal(946, fit.Customers);
        Near.Equal(6.25, fit.Model.P, 0.005);
        Near.Equal(3.74, fit.Model.Q, 0.005);
        Near.Relative(reference.Number("p"), fit.Model.P, 1e-4);
        Near.Relative(reference.Number("q"), fit.Model.Q, 1e-4);
        Near.Relative(reference.Number("gamma"), fit.Model.Gamma, 1e-4);
        Near.Equal(reference.Number("log_likelihood"), fit.LogLikelihood, 1e-4);
    }

    [Fact]
    public void Expected_spend_of_the_first_ten_and_of_everybody_comes_out()
    {
        var model = OnSummary.Value.Model;
        var expected = References.Root.GetProperty("gammaGammaFirstTen").EnumerateArray().Select(e => e.GetDouble()).ToArray();
        for (var i = 0; i < expected.Length; i++)
        {
            Near.Relative(expected[i], model.ExpectedSpend(References.CdnowSpend[i]), 1e-5);
        }

        Near.Relative(References.Root.Number("gammaGammaMeanOverAll"), References.CdnowSpend.Average(model.ExpectedSpend), 1e-5);
        Near.Equal(0.113884, GammaGammaFit.Correlation(References.CdnowSpend), 1e-6);
    }

    [Theory]
    [InlineData("cdnow_sample")]
    [InlineData("cdnow_full")]
    [InlineData("online_retail")]
    public void Fits_of_every_order_log_are_those_of_the_reference(string set)
    {
        var reference = References.Set(set).GetProperty("gamma_gamma");
        var spend = References.HoldoutOf(set).Histories.Select(h => References.InCurrency(h.Spend)).ToArray();

        var fit = GammaGammaFit.Fit(spend, winsoriseAt: 1)!;

        Assert.Equal(reference.Number("customers"), fit.Customers);
        Near.Equal(reference.Number("log_likelihood"), fit.LogLikelihood, 0.001);
        Near.Relative(reference.Number("p"), fit.Model.P, 0.0005);
        Near.Relative(reference.Number("q"), fit.Model.Q, 0.0005);
        Near.Relative(reference.Number("gamma"), fit.Model.Gamma, 0.0005);
        Near.Relative(reference.Number("population_mean"), fit.Model.PopulationMean, 0.0005);
        Near.Equal(reference.Number("correlation_x_zbar"), GammaGammaFit.Correlation(spend), 1e-5);
        foreach (var customer in References.Set(set).GetProperty("sampled").EnumerateArray())
        {
            var spent = new SpendSummary((int)customer.Number("x"), customer.Number("zbar"));
            Near.Relative(customer.Number("gg_expected_spend"), fit.Model.ExpectedSpend(spent), 0.0005);
        }
    }

    [Fact]
    public void Lifetime_values_of_the_first_ten_come_out()
    {
        var model = BetaGeometricFit.Fit(SummaryGroups.Of(References.CdnowSummary), DropoutChance.AfterRepeatPurchase).Model;
        var expected = References.Root.GetProperty("valueFirstTen").EnumerateArray().Select(e => e.GetDouble()).ToArray();
        for (var i = 0; i < expected.Length; i++)
        {
            var value = LifetimeValue.Of(model, OnSummary.Value.Model, References.CdnowSummary[i], References.CdnowSpend[i], steps: 12, stepLength: 30, discountPerStep: 0.01);
            Near.Relative(expected[i], value.Value, 1e-4);
        }
    }

    [Fact]
    public void One_enormous_basket_does_not_move_the_winsorised_fit()
    {
        var spend = References.CdnowSpend.Append(new SpendSummary(1, 1_000_000)).ToArray();

        var plain = GammaGammaFit.Fit(References.CdnowSpend)!.Model.PopulationMean;
        var winsorised = GammaGammaFit.Fit(spend)!.Model.PopulationMean;
        var asItIs = GammaGammaFit.Fit(spend, winsoriseAt: 1)!.Model.PopulationMean;
        Near.Relative(plain, winsorised, 0.01);
        Assert.True(asItIs - plain > 3 * Math.Abs(winsorised - plain), $"{plain}, winsorised {winsorised}, as it is {asItIs}");
    }

    /// <summary>Spend without a finite mean pulls q to 1; the estimate must stay a number and between the customer's own and everybody's.</summary>
    [Fact]
    public void Spend_with_a_heavy_tail_keeps_q_above_one()
    {
        var random = new Random(1997);
        var spend = Enumerable.Range(0, 2_000).Select(_ => new SpendSummary(1 + random.Next(3), 10 * Math.Pow(1 - random.NextDouble(), -1.3))).ToArray();

        var fit = GammaGammaFit.Fit(spend, winsoriseAt: 1)!;

        Assert.True(fit.Model.Q > 1);
        Assert.True(double.IsFinite(fit.LogLikelihood) && double.IsFinite(fit.Model.PopulationMean));
        Assert.All(spend, s => Assert.InRange(
            fit.Model.ExpectedSpend(s), Math.Min(s.Mean, fit.Model.PopulationMean) * (1 - 1e-12), Math.Max(s.Mean, fit.Model.PopulationMean) * (1 + 1e-12)));
    }

    [Fact]
    public void Without_anybody_who_bought_again_there_is_no_fit() => Assert.Null(GammaGammaFit.Fit([new SpendSummary(0, 0), new SpendSummary(2, -5)]));
}
