using XSight.Analytics.Models;

namespace XSight.Analytics.Tests.Models;

/// <summary>What the models would have said, and what happened, against the reference.</summary>
public sealed class HoldoutTests
{
    [Theory]
    [InlineData("cdnow_sample")]
    [InlineData("cdnow_full")]
    [InlineData("online_retail")]
    [InlineData("lifetimes_example")]
    public void Track_records_are_those_of_the_reference(string set)
    {
        var holdout = References.HoldoutOf(set);
        var reference = References.Set(set).GetProperty("holdout");
        var weeks = References.Set(set).Number("holdout_weeks");
        var model = References.FitOf(set, DropoutChance.AfterRepeatPurchase).Model;

        Assert.Equal(reference.Number("customers"), holdout.Histories.Count);
        Assert.Equal(reference.Number("buyers"), holdout.Purchases.Count(p => p > 0));
        Assert.Equal(reference.Number("actual_transactions"), holdout.Purchases.Sum());
        var score = holdout.ScoreOf(h => 1 - model.ProbabilityOfPurchase(References.InWeeks(h.Purchases), weeks));
        AssertScore(reference, "bgnbd_p_buy", score);
        AssertScore(reference, "bgnbd_p_alive", holdout.ScoreOf(h => 1 - model.ProbabilityAlive(References.InWeeks(h.Purchases))));
        Near.Relative(
            reference.Number("bgnbd_expected_purchases", "sum"),
            holdout.Histories.Sum(h => model.ExpectedPurchases(References.InWeeks(h.Purchases), weeks)),
            0.0005);

        var baselines = holdout.Baselines();
        AssertScore(reference, "naive_formula", baselines.Overdue);
        Near.Equal(reference.Number("baseline_recency_only", "auc"), baselines.Recency.Auc, 1e-5);
        Near.Equal(reference.Number("baseline_constant", "brier"), baselines.BaseRate.Brier, 1e-5);
        Near.Equal(reference.Number("naive_formula", "tenant_average_gap_days"), holdout.StoreGapDays!.Value, 1e-5);
    }

    [Theory]
    [InlineData("cdnow_sample")]
    [InlineData("cdnow_full")]
    [InlineData("lifetimes_example")]
    public void The_modified_models_track_record_is_that_of_the_reference(string set)
    {
        var holdout = References.HoldoutOf(set);
        var model = References.FitOf(set, DropoutChance.AfterEveryPurchase).Model;

        AssertScore(
            References.Set(set).GetProperty("holdout"),
            "mbgnbd_p_alive",
            holdout.ScoreOf(h => 1 - model.ProbabilityAlive(References.InWeeks(h.Purchases))));
    }

    [Fact]
    public void A_fit_in_days_says_the_same_as_one_in_weeks()
    {
        var holdout = References.HoldoutOf("cdnow_sample");
        var days = BetaGeometricFit.Fit(holdout.Groups, DropoutChance.AfterRepeatPurchase);

        AssertScore(References.Set("cdnow_sample").GetProperty("holdout"), "bgnbd_p_buy", holdout.ScoreOf(days.Model));
        Near.Relative(4.4136013 * 7, days.Model.Parameters.Alpha, 0.0005);
    }

    [Fact]
    public void Deciles_say_on_average_what_everybody_was_told_and_what_happened()
    {
        var holdout = References.HoldoutOf("cdnow_sample");
        var score = holdout.ScoreOf(BetaGeometricFit.Fit(holdout.Groups, DropoutChance.AfterRepeatPurchase).Model);

        Assert.Equal(10, score.Deciles.Length);
        Assert.Equal(2357, score.Deciles.Sum(d => d.Customers));
        Near.Equal(1 - 0.261788, score.Deciles.Sum(d => d.Said * d.Customers) / 2357, 1e-4);
        Near.Equal(1 - 0.290199, score.Deciles.Sum(d => d.Happened * d.Customers) / 2357, 1e-6);
        Assert.Equal(score.Deciles.Select(d => d.Said).Order(), score.Deciles.Select(d => d.Said));
    }

    [Fact]
    public void Ranking_counts_pairs_and_ties_by_half()
    {
        double[] scores = [0.1, 0.4, 0.4, 0.8];
        bool[] happened = [false, true, false, true];

        // Pairs (true, false): 0.4 over 0.1, 0.4 with 0.4, 0.8 over 0.1, 0.8 over 0.4.
        Assert.Equal(3.5 / 4, ForecastScore.AucOf(scores, happened));
        Assert.True(double.IsNaN(ForecastScore.AucOf(scores, [true, true, true, true])));
    }

    [Theory]
    [InlineData(99, 50, 400, GateReason.TooFewCustomers)]
    [InlineData(100, 29, 400, GateReason.TooFewRepeatBuyers)]
    [InlineData(100, 30, 89, GateReason.HistoryTooShort)]
    [InlineData(100, 30, 90, GateReason.None)]
    public void The_gate_asks_for_customers_repeats_and_time(int eligible, int repeats, int days, GateReason reason) =>
        Assert.Equal(reason, ModelGate.BeforeFit(eligible, repeats, days));

    /// <summary>Uncalibrated, the model is a little behind recency, which is given a calibration of its own; as it is told, it is ahead.</summary>
    [Fact]
    public void A_model_that_loses_to_any_baseline_is_not_used()
    {
        var holdout = References.HoldoutOf("cdnow_sample");
        var backtest = Backtest.Of(holdout)!;
        var (said, baselines) = (backtest.Said, backtest.Baselines);

        Assert.Equal(GateReason.None, ModelGate.AfterFit(true, said, baselines));
        Assert.Equal(GateReason.LosesToBaseline, ModelGate.AfterFit(true, holdout.ScoreOf(h => 1 - backtest.Chosen.Fit.Model.ProbabilityAlive(h.Purchases)), baselines));
        Assert.Equal(GateReason.LosesToBaseline, ModelGate.AfterFit(true, baselines.Recency, baselines));
        Assert.Equal(GateReason.LosesToBaseline, ModelGate.AfterFit(true, baselines.BaseRate, baselines));
        Assert.Equal(GateReason.NotConverged, ModelGate.AfterFit(false, said, baselines));
    }

    [Theory]
    [InlineData("cdnow_sample")]
    [InlineData("lifetimes_example")]
    public void The_store_gets_the_model_that_did_best_on_its_own_past(string set)
    {
        var holdout = References.HoldoutOf(set);

        var backtest = Backtest.Of(holdout)!;

        Assert.Equal(Enum.GetValues<PurchaseModelKind>(), backtest.Candidates.Select(c => c.Kind));
        Assert.Equal(backtest.Candidates.Min(c => c.Score.Brier), backtest.Chosen.Score.Brier);
        Assert.Equal(GateReason.None, backtest.Gate);
        Assert.Equal(holdout.HorizonDays, backtest.HorizonDays);
        Assert.InRange(backtest.Said.CalibrationError, 0, 0.025);
        Assert.InRange(backtest.Said.Brier, 0, backtest.Uncalibrated.Brier + 0.0005);
    }

    [Fact]
    public void A_past_without_customers_has_no_back_test() => Assert.Null(Backtest.Of(new Holdout([], 100, 190)));

    private static void AssertScore(System.Text.Json.JsonElement reference, string name, ForecastScore actual)
    {
        Near.Equal(reference.Number(name, "auc"), actual.Auc, 5e-5);
        Near.Equal(reference.Number(name, "brier"), actual.Brier, 5e-5);
    }
}
