using XSight.Analytics.Models;

namespace XSight.Analytics.Tests.Models;

public sealed class BulkForecastTests
{
    [Theory]
    [InlineData(DropoutChance.AfterRepeatPurchase)]
    [InlineData(DropoutChance.AfterEveryPurchase)]
    public void All_at_once_says_what_one_by_one_says(DropoutChance dropout)
    {
        var histories = References.HoldoutOf("cdnow_sample").Histories;
        var purchases = histories.Select(h => h.Purchases).ToArray();
        var spent = histories.Select(h => h.Spend).ToArray();
        var model = BetaGeometricFit.Fit(SummaryGroups.Of(purchases), dropout).Model;
        var spend = GammaGammaFit.Fit(spent)!.Model;

        var forecasts = new CustomerForecast[purchases.Length];
        BulkForecast.Compute(model, spend, purchases, spent, riskHorizon: 90, valueHorizon: 365, forecasts);

        for (var i = 0; i < purchases.Length; i++)
        {
            var value = LifetimeValue.Of(model, spend, purchases[i], spent[i], steps: 1, stepLength: 365);
            Near.Equal(1 - model.ProbabilityOfPurchase(purchases[i], 90), forecasts[i].ChurnRisk, 1e-6);
            Near.Relative(value.ExpectedPurchases, forecasts[i].ExpectedPurchases, 1e-6);
            Near.Relative(value.Value, forecasts[i].Value, 1e-9);
        }
    }

    [Fact]
    public void Lists_of_different_length_are_refused()
    {
        var model = new BetaGeometricModel(DropoutChance.AfterRepeatPurchase, new BetaGeometricParameters(0.2, 4, 0.8, 2.5));

        Assert.Throws<ArgumentException>(() => BulkForecast.Compute(
            model, new GammaGammaModel(6, 4, 15), new PurchaseSummary[2], new SpendSummary[1], 90, 365, new CustomerForecast[2]));
    }
}
