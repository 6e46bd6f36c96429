namespace XSight.Conformance.Tests;

[Collection(ClusterCollection.Name)]
public sealed class CallTests(TestCluster cluster)
{
    [Fact]
    public async Task A_grain_knows_its_key()
    {
        var key = ClusterFixture.NewKey();
        Assert.Equal(key, await cluster.Client.GetGrain<IEchoGrain>(key).Key());
        Assert.Equal(key, cluster.Client.GetGrain<IEchoGrain>(key).GetPrimaryKeyString());
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("zażółć/gęślą")]
    [InlineData("0abc")]
    public async Task Keys_are_taken_as_they_are(string end)
    {
        var key = $"{ClusterFixture.NewKey()}/{end}";
        Assert.Equal(key, await cluster.Client.GetGrain<IEchoGrain>(key).Key());
    }

    [Fact]
    public async Task Values_records_arrays_and_nulls_pass_both_ways()
    {
        var echo = cluster.NewGrain<IEchoGrain>();
        Assert.Null(await echo.Text(null));
        Assert.Equal("ä", await echo.Text("ä"));
        Assert.Equal(5, await echo.Sum(2, 3));
        await echo.Nothing();
        var parcel = await echo.Parcel(new Parcel("a", 1), [new Parcel("b", 2), new Parcel("c", 3)], DayOfWeek.Friday, new DateTimeOffset(1997, 2, 3, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(new Parcel("a+2 Friday 1997", 6), parcel);
    }

    [Fact]
    public async Task References_pass_as_arguments_and_results()
    {
        var (one, other) = (cluster.NewGrain<IEchoGrain>(), cluster.NewGrain<IEchoGrain>());
        Assert.Equal(other.GetPrimaryKeyString(), await one.KeyOf(other));
        Assert.Equal(other, await one.Other(other));
        Assert.Equal(one, await one.Self());
        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task Request_context_flows_from_the_client_through_grain_to_grain()
    {
        var echo = cluster.NewGrain<IEchoGrain>();
        RequestContext.Set("who", "test");
        Assert.Equal("test", await echo.Context("who", through: false));
        Assert.Equal("test", await echo.Context("who", through: true));
        RequestContext.Remove("who");
        Assert.Null(await echo.Context("who", through: true));
    }

    [Fact]
    public async Task A_one_way_call_returns_at_once_and_is_carried_out()
    {
        var key = ClusterFixture.NewKey();
        var grain = cluster.Client.GetGrain<IOneWayGrain>(key);
        await grain.WaitFor($"{key}-go");
        Assert.False(Signals.IsRaised($"{key}-done"));
        Signals.Raise($"{key}-go");
        await Signals.Raised($"{key}-done");
    }

    [Fact]
    public async Task A_failure_of_a_one_way_call_reaches_nobody()
    {
        var grain = cluster.NewGrain<IOneWayGrain>();
        await grain.Fail();
        Assert.True(await grain.Lives());
    }
}
