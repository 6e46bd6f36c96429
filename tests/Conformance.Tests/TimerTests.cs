namespace XSight.Conformance.Tests;

[Collection(ClusterCollection.Name)]
public sealed class TimerTests(TestCluster cluster)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task A_timer_ticks_again_and_again_until_it_is_disposed()
    {
        var (grain, log) = NewTimer();
        await grain.Start(Soon, Soon, interleave: false);
        await Signals.LinesWhen(log, 3);
        await grain.Stop();
        var ticks = Signals.Lines(log).Length;
        await Signals.LinesWhen(log, ticks - 3);
        await grain.Hold(Up());
        Assert.Equal(["in", "out"], Signals.Lines(log)[ticks..]);
    }

    [Fact]
    public async Task A_timer_without_period_ticks_once_and_can_be_set_again()
    {
        var (grain, log) = NewTimer();
        await grain.Start(Soon, Timeout.InfiniteTimeSpan, interleave: false);
        await Signals.LinesWhen(log, 1);
        await grain.Change(Soon, Timeout.InfiniteTimeSpan);
        await Signals.LinesWhen(log, 1);
        Assert.Equal(["tick 1", "tick 2"], Signals.Lines(log));
    }

    [Fact]
    public async Task A_tick_waits_for_the_call_that_runs()
    {
        var (grain, log) = NewTimer();
        var flag = ClusterFixture.NewKey();
        await grain.Start(TimeSpan.FromMilliseconds(200), Timeout.InfiniteTimeSpan, interleave: false);
        var held = grain.Hold(flag);
        await Signals.Raised($"{flag}-in");
        await Task.Delay(TimeSpan.FromMilliseconds(600), TestContext.Current.CancellationToken);
        Signals.Raise(flag);
        await held;
        Assert.Equal(["in", "out", "tick 1"], await Signals.LinesWhen(log, 3));
    }

    [Fact]
    public async Task An_interleaving_tick_comes_while_a_call_awaits()
    {
        var (grain, log) = NewTimer();
        await grain.Start(Soon, Timeout.InfiniteTimeSpan, interleave: true);
        await grain.Hold($"{log}-1");
        Assert.Equal(["in", "tick 1", "out"], Signals.Lines(log).OrderBy(l => l == "in" ? 0 : l == "out" ? 2 : 1));
    }

    [Fact]
    public async Task A_failing_tick_does_not_end_the_timer()
    {
        var (grain, log) = NewTimer();
        await grain.StartFailing();
        await Signals.LinesWhen(log, 3);
        await grain.Stop();
    }

    [Fact]
    public async Task A_timer_ends_with_its_activation()
    {
        var (grain, log) = NewTimer();
        await grain.Start(Soon, Soon, interleave: false);
        await Signals.LinesWhen(log, 2);
        await cluster.DeactivateAsync(grain);
        var ticks = Signals.Lines(log).Length;
        await grain.Hold(Up());
        Assert.Equal(["in", "out"], Signals.Lines(log)[ticks..]);
    }

    private static string Up()
    {
        var flag = ClusterFixture.NewKey();
        Signals.Raise(flag);
        return flag;
    }

    private (ITimerGrain Grain, string Log) NewTimer()
    {
        var grain = cluster.NewGrain<ITimerGrain>();
        return (grain, grain.GetPrimaryKeyString());
    }
}
