using System.Text.Json;
using XSight.Analytics.Churn;
using XSight.Analytics.Facts;
using XSight.Analytics.Models;

namespace XSight.Analytics.Tests.Churn;

public sealed class ForecastDeskTests
{
    [Theory]
    [InlineData("cdnow_sample")]
    [InlineData("cdnow_full")]
    [InlineData("online_retail")]
    [InlineData("lifetimes_example")]
    public void On_every_known_store_what_is_said_beats_every_baseline_on_the_days_held_out(string set)
    {
        var fitted = Stores.Fitted(set);
        var holdout = fitted.Holdout!;

        Assert.Equal(GateReason.None, fitted.Gate);
        Assert.Equal(90, holdout.Days);
        Assert.Equal(["base rate", "recency", "days overdue"], holdout.Baselines.Select(b => b.Name));
        Assert.All(holdout.Baselines, baseline => Assert.True(holdout.Said.Brier < baseline.Brier, $"{baseline.Name} {baseline.Brier}, ours {holdout.Said.Brier}"));
        Assert.True(holdout.Said.CalibrationError < 0.03);
        Assert.Equal(10, holdout.Said.Deciles.Length);
        Assert.Equal(holdout.Candidates.MinBy(c => c.Brier)!.Name, fitted.Name);
        Assert.Equal(holdout.Customers, holdout.Said.Deciles.Sum(d => d.Customers));
        Assert.Equal(holdout.StayedAway, holdout.Said.Deciles.Sum(d => d.Happened * d.Customers), 1e-6);
    }

    /// <summary>The whole history of CDNOW; the figures are of the fit in weeks that the reference's method gives for 78 weeks.</summary>
    [Fact]
    public void A_fit_is_written_down_in_weeks_and_as_likely_as_its_parameters_say()
    {
        var fitted = Stores.Fitted("cdnow_sample");
        var log = Stores.Log("cdnow_sample");
        var today = Stores.Today("cdnow_sample");
        var model = PurchaseModels.Restore(fitted.Name!, fitted.Parameters, unit: 1);

        var likelihood = Enumerable.Range(0, log.Customers).Sum(row =>
        {
            var (x, lastAge, age) = log.HistoryAt(row, today)!.Purchases;
            return model.LogLikelihood(new PurchaseSummary(x, lastAge / 7, age / 7));
        });

        Near.Equal(likelihood, fitted.LogLikelihood!.Value, 1e-4);
        Assert.Equal(["r", "alpha", "a", "b"], fitted.Parameters.Select(p => p.Name));
        Assert.Equal(2357, fitted.Customers);
        Assert.Equal(6919, fitted.OrdersSeen);
        Assert.Equal(546, fitted.HistoryDays);
        Assert.Equal(GammaGammaModel.ModelName, fitted.Spend.Name);
    }

    [Fact]
    public void A_small_young_or_one_time_store_has_no_model_and_the_reason_why()
    {
        var today = 20_000;
        (long, CountedOrder[]) Buyer(long id, params int[] daysAgo) =>
            (id, [.. daysAgo.Select(d => new CountedOrder(DateTimeOffset.UnixEpoch.AddDays(today - d), today - d, 2_000))]);

        ForecastModel Fit(IEnumerable<(long, CountedOrder[])> customers) => ForecastDesk.Fit(PurchaseLog.Of([.. customers]), today, DateTimeOffset.UnixEpoch);

        Assert.Equal(GateReason.TooFewCustomers, Fit([]).Gate);
        Assert.Equal(GateReason.TooFewCustomers, Fit(Enumerable.Range(1, 99).Select(i => Buyer(i, 200, 10))).Gate);
        Assert.Equal(GateReason.TooFewRepeatBuyers, Fit(Enumerable.Range(1, 200).Select(i => Buyer(i, 200))).Gate);
        var young = Fit(Enumerable.Range(1, 200).Select(i => Buyer(i, 80, 10)));
        Assert.Equal(GateReason.HistoryTooShort, young.Gate);
        Assert.Null(young.Name);
        Assert.Equal(200, young.RepeatBuyers);
    }

    /// <summary>Whether somebody comes back is thrown like a coin: nothing can be foretold, and the store is told so.</summary>
    [Fact]
    public void A_store_of_coins_gets_no_model()
    {
        var random = new Random(7);
        const int Today = 20_000;
        var customers = Enumerable.Range(1, 400).Select(id =>
        {
            int[] days = [Today - 400, .. Enumerable.Range(0, 100).Where(_ => random.NextDouble() < 0.004).Select(i => Today - 300 + i), .. random.NextDouble() < 0.5 ? new[] { Today - random.Next(90) } : []];
            return ((long)id, days.Select(d => new CountedOrder(DateTimeOffset.UnixEpoch.AddDays(d), d, 2_000)).ToArray());
        });

        var fitted = ForecastDesk.Fit(PurchaseLog.Of([.. customers]), Today, DateTimeOffset.UnixEpoch);

        Assert.Equal(GateReason.LosesToBaseline, fitted.Gate);
        Assert.NotNull(fitted.Holdout);
    }

    [Fact]
    public void A_forecast_read_back_from_disk_says_the_same()
    {
        var fitted = Stores.Fitted("cdnow_sample");
        var kept = JsonSerializer.Deserialize<ForecastModel>(JsonSerializer.Serialize(fitted, JsonSerializerOptions.Web), JsonSerializerOptions.Web)!;
        var log = Stores.Log("cdnow_sample");
        var (now, then) = (new Forecaster(fitted, SurvivalCurve.Of([]), 46), new Forecaster(kept, SurvivalCurve.Of([]), 46));

        for (var row = 0; row < log.Customers; row += 50)
        {
            var history = log.HistoryAt(row, Stores.Today("cdnow_sample"))!;
            Assert.Equal(now.RowOf(row, history), then.RowOf(row, history));
        }
    }
}
