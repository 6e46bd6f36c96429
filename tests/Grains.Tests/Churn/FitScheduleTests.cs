using XSight.Grains.Churn;

namespace XSight.Grains.Tests.Churn;

public sealed class FitScheduleTests
{
    private static readonly DateTimeOffset Fitted = DateTimeOffset.UnixEpoch;

    [Theory]
    [InlineData(1_049, 61, false)]
    [InlineData(1_050, 61, true)]
    [InlineData(1_050, 59, false)]
    [InlineData(5_000, 59, false)]
    [InlineData(1_000, 7 * 24 * 60, true)]
    public void A_fit_follows_five_percent_more_orders_at_most_hourly_and_a_week_at_the_latest(int orders, int minutes, bool due) =>
        Assert.Equal(due, FitSchedule.FitIsDue(Model("BG/NBD"), orders, 90, Fitted.AddMinutes(minutes)));

    [Fact]
    public void The_first_fit_and_one_for_another_horizon_are_due_at_once()
    {
        Assert.True(FitSchedule.FitIsDue(null, 0, 90, Fitted));
        Assert.True(FitSchedule.FitIsDue(Model("BG/NBD"), 1_000, 60, Fitted));
    }

    [Fact]
    public void A_store_with_too_little_is_looked_at_again_every_minute_that_brought_orders()
    {
        Assert.False(FitSchedule.FitIsDue(Model(null), 1_000, 90, Fitted.AddMinutes(2)));
        Assert.True(FitSchedule.FitIsDue(Model(null), 1_100, 90, Fitted.AddMinutes(2)));
        Assert.False(FitSchedule.FitIsDue(Model(null), 1_100, 90, Fitted.AddSeconds(59)));
    }

    [Fact]
    public void Books_follow_one_another_in_ten_seconds_or_a_twentieth_of_the_time()
    {
        Assert.False(FitSchedule.BookMayFollow(TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(0.1)));
        Assert.True(FitSchedule.BookMayFollow(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(0.1)));
        Assert.False(FitSchedule.BookMayFollow(TimeSpan.FromSeconds(39), TimeSpan.FromSeconds(2)));
        Assert.True(FitSchedule.BookMayFollow(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(2)));
    }

    private static ForecastModel Model(string? name) => new()
    {
        FittedAt = Fitted,
        HorizonDays = 90,
        Gate = name is null ? GateReason.TooFewCustomers : GateReason.None,
        Customers = 500,
        RepeatBuyers = 200,
        HistoryDays = 300,
        OrdersSeen = 1_000,
        Name = name,
        Spend = new SpendModelReport { Name = "Shrunken mean", Parameters = [new("mean", 1), new("weight", 1)], Correlation = 0, Customers = 1 },
    };
}
