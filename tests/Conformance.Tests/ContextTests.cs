using Orleans.Streams;

namespace XSight.Conformance.Tests;

/// <summary>How far the request context reaches.</summary>
[Collection(ClusterCollection.Name)]
public sealed class ContextTests(TestCluster cluster) : IDisposable
{
    private const string Key = "conformance";

    public void Dispose() => RequestContext.Clear();

    [Fact]
    public async Task A_timer_ticks_without_the_context_of_the_call_that_began_it()
    {
        var grain = cluster.NewGrain<IBackgroundGrain>();
        RequestContext.Set(Key, "caller");
        await grain.NoteContextInTick(Key);
        Assert.Equal(["nothing"], await Signals.LinesWhen(grain.GetPrimaryKeyString(), 1));
    }

    [Fact]
    public async Task What_a_grain_changes_in_its_context_stays_with_the_grain()
    {
        RequestContext.Set(Key, "caller");
        await cluster.NewGrain<IBackgroundGrain>().ChangeContext(Key, "grain");
        Assert.Equal("caller", RequestContext.Get(Key));
    }

    [Fact]
    public async Task A_consumer_sees_the_context_of_who_published()
    {
        var key = ClusterFixture.NewKey();
        var stream = cluster.Client.GetStreamProvider(ClusterFixture.Streams).GetStream<Parcel>(StreamId.Create(ContextGrain.Namespace, key));
        RequestContext.Set(Key, "publisher");
        await stream.OnNextAsync(new Parcel("item", 0));
        RequestContext.Clear();
        await stream.OnNextAsync(new Parcel("item", 1));
        Assert.Equal(["0 publisher", "1 nothing"], await Signals.LinesWhen(key, 2));
    }
}
