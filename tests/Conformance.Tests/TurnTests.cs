namespace XSight.Conformance.Tests;

[Collection(ClusterCollection.Name)]
public sealed class TurnTests(TestCluster cluster)
{
    private const int Calls = 20;

    [Fact]
    public async Task Calls_of_an_ordinary_grain_never_overlap()
    {
        var grain = cluster.NewGrain<IOrdinaryTurnGrain>();
        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => grain.Add()));
        Assert.Equal(Calls, await grain.Total());
    }

    [Fact]
    public async Task Calls_of_a_reentrant_grain_interleave_where_they_await()
    {
        var (grain, flag) = (cluster.NewGrain<IReentrantTurnGrain>(), ClusterFixture.NewKey());
        var held = grain.Hold(flag);
        await Signals.Raised($"{flag}-in");
        await grain.Add();
        Assert.Equal(1, await grain.Total());
        Signals.Raise(flag);
        await held;
    }

    [Fact]
    public async Task A_call_waits_for_the_one_before_it()
    {
        var (grain, flag) = (cluster.NewGrain<IOrdinaryTurnGrain>(), ClusterFixture.NewKey());
        var held = grain.Hold(flag);
        await Signals.Raised($"{flag}-in");
        var waiting = grain.Read();
        Assert.Equal(0, await grain.Peek());
        Assert.False(waiting.IsCompleted);
        Signals.Raise(flag);
        await held;
        Assert.Equal(0, await waiting);
    }

    [Fact]
    public async Task Readers_share_the_grain_and_keep_a_writer_out()
    {
        var (grain, flag) = (cluster.NewGrain<IOrdinaryTurnGrain>(), ClusterFixture.NewKey());
        var held = grain.HoldReading(flag);
        await Signals.Raised($"{flag}-in");
        Assert.Equal(0, await grain.Read());
        var writing = grain.Add();
        Assert.Equal(0, await grain.Peek());
        Assert.False(writing.IsCompleted);
        Signals.Raise(flag);
        await held;
        await writing;
        Assert.Equal(1, await grain.Total());
    }

    [Fact]
    public async Task A_predicate_chooses_what_interleaves()
    {
        var (grain, flag) = (cluster.NewGrain<IChoosingTurnGrain>(), ClusterFixture.NewKey());
        var held = grain.Hold(flag);
        await Signals.Raised($"{flag}-in");
        var writing = grain.Add();
        Assert.Equal(0, await grain.Total());
        Assert.False(writing.IsCompleted);
        Signals.Raise(flag);
        await held;
        await writing;
        Assert.Equal(1, await grain.Total());
    }
}
