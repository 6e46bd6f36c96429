using Orleans.Storage;

namespace XSight.Conformance.Tests;

[Collection(ClusterCollection.Name)]
public sealed class StateTests(TestCluster cluster)
{
    [Fact]
    public async Task A_new_grain_has_a_fresh_state_and_no_record()
    {
        Assert.Equal(new StateView(null, Exists: false, HasEtag: false, null), await cluster.NewGrain<IStateGrain>().Get());
    }

    [Fact]
    public async Task A_written_state_is_there_after_deactivation_and_names_are_apart()
    {
        var grain = cluster.NewGrain<IStateGrain>();
        await grain.Set("kept");
        await cluster.DeactivateAsync(grain);
        Assert.Equal(new StateView("kept", Exists: true, HasEtag: true, null), await grain.Get());
    }

    [Fact]
    public async Task What_was_not_written_is_gone_after_deactivation()
    {
        var grain = cluster.NewGrain<IStateGrain>();
        await grain.Set("kept");
        await grain.SetWithoutWriting("lost");
        await cluster.DeactivateAsync(grain);
        Assert.Equal("kept", (await grain.Get()).Text);
    }

    [Fact]
    public async Task A_state_can_be_written_cleared_and_written_again()
    {
        var grain = cluster.NewGrain<IStateGrain>();
        await grain.Set("one");
        await grain.Clear();
        Assert.Equal((null, false), ((await grain.Get()).Text, (await grain.Get()).Exists));
        await grain.Set("two");
        await cluster.DeactivateAsync(grain);
        Assert.Equal("two", (await grain.Get()).Text);
    }

    [Fact]
    public async Task Reading_again_brings_what_others_wrote()
    {
        var grain = cluster.NewGrain<IStateGrain>();
        await grain.Set("mine");
        await grain.Overtake("theirs");
        await grain.ReadAgain();
        Assert.Equal("theirs", (await grain.Get()).Text);
    }

    [Fact]
    public async Task A_stale_write_is_refused_and_the_next_call_sees_the_truth()
    {
        var grain = cluster.NewGrain<IStateGrain>();
        await grain.Set("mine");
        await grain.Overtake("theirs");
        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Set("blind"));
        Assert.Equal("theirs", (await grain.Get()).Text);
    }

    [Fact]
    public async Task A_stale_clear_is_refused()
    {
        var grain = cluster.NewGrain<IStateGrain>();
        await grain.Set("mine");
        await grain.Overtake("theirs");
        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Clear());
        Assert.Equal("theirs", (await grain.Get()).Text);
    }
}
