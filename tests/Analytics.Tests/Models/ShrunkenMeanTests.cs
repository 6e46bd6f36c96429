using XSight.Analytics.Models;

namespace XSight.Analytics.Tests.Models;

public sealed class ShrunkenMeanTests
{
    [Fact]
    public void Known_variances_are_found_again()
    {
        var random = new Random(1997);
        var spend = Enumerable.Range(0, 200_000).Select(_ =>
        {
            var x = 1 + random.Next(8);
            var own = 200 + (20 * Normal(random));
            return new SpendSummary(x, own + (40 * Normal(random) / Math.Sqrt(x)));
        }).Where(s => s.Mean > 0).ToArray();

        var model = ShrunkenMeanModel.Fit(spend);

        // 40² within over 20² between.
        Near.Relative(4, model.Weight, 0.1);
        Near.Relative(200, model.PopulationMean, 0.01);
        Near.Relative(model.PopulationMean, model.ExpectedSpend(default), 1e-12);
        Near.Relative(150, model.ExpectedSpend(new SpendSummary(1_000_000, 150)), 1e-4);
    }

    [Fact]
    public void Where_frequent_buyers_spend_more_Gamma_Gamma_is_not_asked()
    {
        var random = new Random(1997);
        SpendSummary[] independent = [.. Enumerable.Range(0, 500).Select(_ => new SpendSummary(1 + random.Next(10), 20 + (60 * random.NextDouble())))];
        SpendSummary[] dependent = [.. independent.Select(s => s with { Mean = s.Mean + (10 * s.X) })];

        var (plain, other) = (SpendFit.Of(independent), SpendFit.Of(dependent));

        Assert.Equal(GammaGammaModel.ModelName, plain.Model.Name);
        Assert.True(other.Correlation > SpendFit.CorrelationMax);
        Assert.Equal(ShrunkenMeanModel.ModelName, other.Model.Name);
        Assert.All([plain, other], fit => Near.Relative(fit.Model.ExpectedSpend(independent[0]), SpendFit.Restore(fit.ToReport()).ExpectedSpend(independent[0]), 1e-12));
    }

    [Fact]
    public void Customers_all_alike_or_none_at_all_are_no_accident()
    {
        Assert.Equal(0, SpendFit.Of([]).Model.ExpectedSpend(new SpendSummary(0, 0)));
        Assert.Equal(25, ShrunkenMeanModel.Fit([new(1, 25), new(2, 25), new(5, 25)]).ExpectedSpend(new SpendSummary(3, 25)));
        Assert.Equal(30, ShrunkenMeanModel.Fit([new(2, 20), new(2, 40)]).PopulationMean);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
