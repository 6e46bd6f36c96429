namespace XSight.Conformance.Tests;

[Collection(ClusterCollection.Name)]
public sealed class LifeTests(TestCluster cluster)
{
    [Fact]
    public async Task The_first_call_activates_and_the_next_finds_the_same_activation()
    {
        var (grain, log) = NewLife();
        Assert.Empty(Signals.Lines(log));
        var first = await grain.Activation();
        Assert.Equal(first, await grain.Activation());
        Assert.Equal(["activating", "active"], Signals.Lines(log));
    }

    [Fact]
    public async Task Concurrent_first_calls_make_one_activation()
    {
        var (grain, log) = NewLife();
        var activations = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => grain.Activation()));
        Assert.Single(activations.Distinct());
        Assert.Equal(["activating", "active"], Signals.Lines(log));
    }

    [Fact]
    public async Task A_grain_that_deactivates_on_idle_is_made_anew_by_the_next_call()
    {
        var (grain, log) = NewLife();
        var first = await grain.Deactivate();
        Assert.NotEqual(first, await grain.Activation());
        Assert.Equal(["activating", "active", "ended: ApplicationRequested", "activating", "active"], Signals.Lines(log));
    }

    [Fact]
    public async Task Calls_to_a_deactivating_grain_go_to_its_successor()
    {
        var (grain, log) = NewLife();
        var flag = ClusterFixture.NewKey();
        var held = grain.DeactivateAndHold(flag);
        await Signals.Raised($"{flag}-in");
        var later = grain.Activation();
        Signals.Raise(flag);
        Assert.NotEqual(await held, await later);
        Assert.Equal(["activating", "active", "held", "ended: ApplicationRequested", "activating", "active"], Signals.Lines(log));
    }

    [Fact]
    public async Task A_failing_activation_fails_the_call_and_the_next_call_tries_anew()
    {
        var (grain, log) = NewLife();
        Signals.Raise($"{log}-fail");
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Activation());
        Assert.Equal("not today", exception.Message);
        await grain.Activation();
        Assert.Equal(["activating", "activating", "active"], Signals.Lines(log));
    }

    [Fact]
    public async Task Deactivation_from_outside_is_told_to_the_grain()
    {
        var (grain, log) = NewLife();
        var first = await grain.Activation();
        await cluster.DeactivateAsync(grain);
        Assert.StartsWith("ended: ", Signals.Lines(log)[^1]);
        Assert.NotEqual(first, await grain.Activation());
    }

    private (ILifeGrain Grain, string Log) NewLife()
    {
        var grain = cluster.NewGrain<ILifeGrain>();
        return (grain, grain.GetPrimaryKeyString());
    }
}
