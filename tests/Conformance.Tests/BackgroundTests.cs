namespace XSight.Conformance.Tests;

/// <summary>Work that a grain begins in a call and does not wait for: it stays in the activation's turns.</summary>
[Collection(ClusterCollection.Name)]
public sealed class BackgroundTests(TestCluster cluster)
{
    private const int Steps = 500;

    [Fact]
    public async Task Background_work_takes_turns_with_calls_and_never_runs_beside_them()
    {
        var grain = cluster.NewGrain<IBackgroundGrain>();
        await grain.Work(Steps);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => grain.Count(Steps)));
        var lines = await Signals.LinesWhen(grain.GetPrimaryKeyString(), 5);
        Assert.All(lines, line => Assert.Equal("done", line));
        Assert.Equal(5 * Steps, await grain.Total());
    }

    [Fact]
    public async Task Calls_come_through_while_background_work_waits()
    {
        var (grain, flag) = (cluster.NewGrain<IBackgroundGrain>(), ClusterFixture.NewKey());
        var other = cluster.NewGrain<IEchoGrain>();
        await grain.WorkUntil(flag, other);
        Assert.Equal(0, await grain.Total());
        Signals.Raise(flag);
        Assert.Equal([other.GetPrimaryKeyString()], await Signals.LinesWhen(grain.GetPrimaryKeyString(), 1));
    }

    [Fact]
    public async Task A_deactivating_grain_may_end_its_work_with_calls_to_others()
    {
        var (grain, other) = (cluster.NewGrain<IBackgroundGrain>(), cluster.NewGrain<IEchoGrain>());
        await grain.WorkUntil(ClusterFixture.NewKey(), other);
        await cluster.DeactivateAsync(grain);
        var lines = await Signals.LinesWhen(grain.GetPrimaryKeyString(), 3);
        Assert.Equal(["stopping", other.GetPrimaryKeyString(), "ended"], lines);
    }
}
