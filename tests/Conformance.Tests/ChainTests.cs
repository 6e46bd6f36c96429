namespace XSight.Conformance.Tests;

[Collection(ClusterCollection.Name)]
public sealed class ChainTests(TestCluster cluster)
{
    [Fact]
    public async Task A_call_chain_may_come_back_where_the_grain_allows_it()
    {
        var (first, second) = (cluster.NewGrain<IChainGrain>(), cluster.NewGrain<IChainGrain>());
        Assert.Equal(first.GetPrimaryKeyString(), await first.RoundTrip(second));
    }

    [Fact]
    public async Task A_cycle_without_leave_ends_in_a_timeout_and_leaves_the_grains_usable()
    {
        var (first, second) = (cluster.NewGrain<IChainGrain>(), cluster.NewGrain<IChainGrain>());
        await Assert.ThrowsAsync<TimeoutException>(() => first.RoundTripWithoutLeave(second));
        await Task.WhenAny(first.Name(), second.Name());
        Assert.Equal(second.GetPrimaryKeyString(), await second.Name());
    }
}
