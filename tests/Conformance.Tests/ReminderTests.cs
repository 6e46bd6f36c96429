namespace XSight.Conformance.Tests;

[Collection(ClusterCollection.Name)]
public sealed class ReminderTests(TestCluster cluster)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task A_reminder_ticks_and_wakes_a_deactivated_grain()
    {
        var (grain, log) = NewReminder();
        await grain.Register("wake", Period, Period);
        await Signals.LinesWhen(log, 1);
        await cluster.DeactivateAsync(grain);
        await Signals.LinesWhen(log, 2);
        Assert.All(Signals.Lines(log), line => Assert.Equal("wake every 200 ms", line));
        await grain.Unregister("wake");
    }

    [Fact]
    public async Task Reminders_are_found_by_name_replaced_and_removed()
    {
        var (grain, _) = NewReminder();
        Assert.Equal(0, await grain.Count());
        await grain.Register("one", TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        await grain.Register("two", TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        await grain.Register("two", TimeSpan.FromHours(2), TimeSpan.FromHours(2));
        Assert.Equal(2, await grain.Count());
        Assert.True(await grain.Unregister("two"));
        Assert.False(await grain.Unregister("two"));
        Assert.Equal(1, await grain.Count());
        Assert.True(await grain.Unregister("one"));
    }

    [Fact]
    public async Task A_period_below_the_minimum_is_refused()
    {
        var (grain, _) = NewReminder();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => grain.Register("fast", Period, ClusterFixture.MinimumReminderPeriod / 2));
        Assert.Equal(0, await grain.Count());
    }

    private (IReminderGrain Grain, string Log) NewReminder()
    {
        var grain = cluster.NewGrain<IReminderGrain>();
        return (grain, grain.GetPrimaryKeyString());
    }
}
