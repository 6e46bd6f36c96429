using XSight.Analytics.Churn;
using XSight.Analytics.Models;

namespace XSight.Analytics.Tests.Churn;

public sealed class ForecasterTests
{
    private const int Today = 10_000;

    private static readonly SurvivalCurve NobodyWatched = SurvivalCurve.Of([]);

    private static readonly ForecastModel Shut = new()
    {
        FittedAt = DateTimeOffset.UnixEpoch,
        HorizonDays = 90,
        Gate = GateReason.TooFewCustomers,
        Customers = 10,
        RepeatBuyers = 2,
        HistoryDays = 100,
        OrdersSeen = 14,
        Spend = SpendFit.Of([new SpendSummary(2, 4_000), new SpendSummary(1, 6_000)]).ToReport(),
    };

    /// <summary>The parts of an outlook against the models asked directly, in the units they were written down in.</summary>
    [Fact]
    public void An_outlook_is_what_the_models_say()
    {
        var fitted = Stores.Fitted("cdnow_sample");
        var model = PurchaseModels.Restore(fitted.Name!, fitted.Parameters, unit: 7);
        var forecaster = new Forecaster(fitted, NobodyWatched, 46);
        int[] days = [Today - 200, Today - 160, Today - 100, Today - 30];
        long[] nets = [9_000, 30_000, 50_000, 40_000];
        var purchases = new PurchaseSummary(3, 170, 200);

        var outlook = forecaster.OutlookOf(7, days, nets, Today, DateTimeOffset.UnixEpoch)!;

        Near.Equal(model.ProbabilityAlive(purchases), outlook.Alive!.Value, 1e-12);
        Near.Equal(model.ExpectedPurchases(purchases, 30), outlook.ExpectedPurchases30!.Value, 1e-12);
        Near.Equal(model.ExpectedPurchases(purchases, 90), outlook.ExpectedPurchases90!.Value, 1e-12);
        Near.Equal(model.ExpectedPurchases(purchases, 365), outlook.ExpectedPurchases365!.Value, 1e-12);
        var perPurchase = SpendFit.Restore(fitted.Spend).ExpectedSpend(new SpendSummary(3, 40_000));
        Near.Equal(outlook.ExpectedPurchases365.Value * perPurchase, outlook.LifetimeValueMinor!.Value, 1);
        Near.Equal(outlook.ExpectedPurchases90.Value * perPurchase, outlook.Row.ExpectedSpendMinor, 1);
        Near.Equal(outlook.Row.Risk * outlook.Row.ExpectedSpendMinor, outlook.Row.RevenueAtRiskMinor, 1);
        Near.Equal(1 - model.ProbabilityOfPurchase(purchases, 90), outlook.Row.Risk, 0.1);
        Assert.Equal((60.0, 30, 4), (outlook.Row.UsualGapDays, outlook.Row.DaysSinceLast, outlook.Row.Purchases));
        Assert.Equal(Today + (int)Math.Ceiling(model.MedianWait(purchases)), outlook.NextOrderDay);
        Assert.Equal(fitted.Name, outlook.Source);
    }

    [Fact]
    public void A_history_is_what_would_have_been_said_on_each_day()
    {
        var forecaster = new Forecaster(Stores.Fitted("cdnow_sample"), NobodyWatched, 46);
        int[] days = [Today - 200, Today - 160, Today - 100, Today - 30];
        long[] nets = [9_000, 30_000, 50_000, 40_000];

        var history = forecaster.OutlookOf(7, days, nets, Today, DateTimeOffset.UnixEpoch)!.History;

        Assert.Equal(days, history.Where(p => p.Bought).Select(p => p.Day));
        Assert.Equal((days[0], Today), (history[0].Day, history[^1].Day));
        Assert.InRange(history.Length, 100, CustomerOutlook.HistoryMax);
        foreach (var point in history)
        {
            var known = days.Count(d => d <= point.Day);
            Assert.Equal(forecaster.OutlookOf(7, days.AsSpan(0, known), nets.AsSpan(0, known), point.Day, DateTimeOffset.UnixEpoch)!.Row.Risk, point.Risk);
        }

        var (before, after) = (history.Single(p => p.Day == Today - 31).Risk, history.Single(p => p.Day == Today - 30).Risk);
        Assert.True(after < before, $"A purchase took the risk from {before} to {after}.");
    }

    [Fact]
    public void Somebody_of_a_thousand_orders_has_a_bounded_history()
    {
        int[] days = [.. Enumerable.Range(Today - 2_000, 1_000)];

        var history = new Forecaster(Stores.Fitted("cdnow_sample"), NobodyWatched, 46).OutlookOf(7, days, new long[days.Length], Today, DateTimeOffset.UnixEpoch)!.History;

        Assert.InRange(history.Length, 2, CustomerOutlook.HistoryMax);
    }

    [Fact]
    public void With_the_gate_shut_the_overdue_rule_speaks_and_nothing_that_takes_a_model_is_said()
    {
        var forecaster = new Forecaster(Shut, NobodyWatched, storeGapDays: 40);

        var outlook = forecaster.OutlookOf(7, [Today - 140, Today - 100], [5_000, 4_000], Today, DateTimeOffset.UnixEpoch)!;

        Near.Equal(1 - Math.Exp(-0.02 * 60), outlook.Row.Risk, 1e-12);
        Assert.Equal("days overdue", outlook.Source);
        Assert.Equal(outlook.Row.SpendPerPurchaseMinor, outlook.Row.ExpectedSpendMinor);
        Assert.Null(outlook.Alive);
        Assert.Null(outlook.LifetimeValueMinor);
        Assert.Null(outlook.NextOrderDay);
        Assert.Null(forecaster.OutlookOf(7, [], [], Today, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void With_the_gate_shut_a_one_time_buyer_goes_by_the_second_order_curve_while_it_lasts()
    {
        // 100 came again after 10 days, 100 after 60, 200 have waited 200 days.
        var curve = SurvivalCurve.Of([.. Enumerable.Repeat((10, true), 100), .. Enumerable.Repeat((60, true), 100), .. Enumerable.Repeat((200, false), 200)]);
        var forecaster = new Forecaster(Shut, curve, storeGapDays: 40);

        var fresh = forecaster.OutlookOf(7, [Today - 20], [5_000], Today, DateTimeOffset.UnixEpoch)!;
        var old = forecaster.OutlookOf(7, [Today - 150], [5_000], Today, DateTimeOffset.UnixEpoch)!;

        Near.Equal(200.0 / 300, fresh.Row.Risk, 1e-12);
        Assert.Equal("second-order curve", fresh.Source);
        Assert.Equal(ChurnAdvice.InviteSecondOrder, fresh.Row.Advice);
        Assert.Equal("days overdue", old.Source);
        Assert.Equal(ChurnAdvice.Newsletter, old.Row.Advice);
    }

    [Theory]
    [InlineData(30, 10, 5_000, ChurnAdvice.LeaveAlone)]
    [InlineData(30, 30, 5_000, ChurnAdvice.LeaveAlone)]
    [InlineData(30, 45, 5_000, ChurnAdvice.Remind)]
    [InlineData(2, 7, 5_000, ChurnAdvice.LeaveAlone)]
    [InlineData(30, 90, 5_000, ChurnAdvice.WritePersonally)]
    [InlineData(30, 90, 2_000, ChurnAdvice.WinBack)]
    [InlineData(30, 400, 100, ChurnAdvice.Newsletter)]
    public void Advice_follows_how_late_they_are_and_what_is_at_stake(double gap, int since, long expected, ChurnAdvice advice)
    {
        var row = new ChurnRow
        {
            CustomerId = 1, Risk = 0.5, Level = RiskLevel.Medium, RevenueAtRiskMinor = expected / 2, ExpectedSpendMinor = expected,
            SpendPerPurchaseMinor = 4_000, UsualGapDays = gap, DaysSinceLast = since, Purchases = 3, Advice = ChurnAdvice.LeaveAlone,
        };

        Assert.Equal(advice, Advice.Of(row, usualPurchaseMinor: 4_000, mostSecondOrdersByDay: 60));
        Assert.NotEmpty(Advice.Sentence(advice));
    }
}
