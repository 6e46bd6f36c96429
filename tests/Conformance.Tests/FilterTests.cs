namespace XSight.Conformance.Tests;

[Collection(ClusterCollection.Name)]
public sealed class FilterTests(TestCluster cluster)
{
    [Fact]
    public async Task A_filter_sees_method_arguments_and_target()
    {
        var (grain, log) = (cluster.NewGrain<IEchoGrain>(), ClusterFixture.NewKey());
        RequestContext.Set(TracingFilter.Trace, log);
        Assert.Equal(5, await grain.Sum(2, 3));
        Assert.Equal([$"Sum(2,3) on {grain.GetPrimaryKeyString()} by IEchoGrain"], Signals.Lines(log));
    }

    [Fact]
    public async Task A_filter_sees_calls_from_grain_to_grain()
    {
        var (one, other, log) = (cluster.NewGrain<IEchoGrain>(), cluster.NewGrain<IEchoGrain>(), ClusterFixture.NewKey());
        RequestContext.Set(TracingFilter.Trace, log);
        await one.KeyOf(other);
        Assert.Equal([one.GetPrimaryKeyString(), other.GetPrimaryKeyString()], Signals.Lines(log).Select(line => line.Split(" on ")[1].Split(' ')[0]));
    }

    [Fact]
    public async Task A_filter_refuses_a_call_before_the_grain_sees_it()
    {
        var grain = cluster.NewGrain<ILifeGrain>();
        RequestContext.Set(TracingFilter.Refuse, "another tenant's");
        var exception = await Assert.ThrowsAsync<UnauthorizedAccessException>(() => grain.Deactivate());
        Assert.Equal("another tenant's", exception.Message);
        RequestContext.Remove(TracingFilter.Refuse);
        await grain.Activation();
        Assert.Equal(["activating", "active"], Signals.Lines(grain.GetPrimaryKeyString()));
    }

    [Fact]
    public async Task A_filter_may_replace_the_result()
    {
        RequestContext.Set(TracingFilter.Replace, "replaced");
        Assert.Equal("replaced", await cluster.NewGrain<IEchoGrain>().Text("original"));
    }

    [Fact]
    public async Task A_grain_may_be_a_filter_of_its_own_calls()
    {
        var grain = cluster.NewGrain<IGuardedGrain>();
        Assert.Equal("open", await grain.Enter("open"));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => grain.Enter("sesame"));
    }
}
