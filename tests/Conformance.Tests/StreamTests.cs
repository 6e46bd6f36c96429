using Orleans.Streams;

namespace XSight.Conformance.Tests;

[Collection(ClusterCollection.Name)]
public sealed class StreamTests(TestCluster cluster)
{
    private const int Items = 20;

    [Fact]
    public async Task An_implicit_subscriber_gets_the_items_of_its_key_in_order()
    {
        var key = ClusterFixture.NewKey();
        Signals.Raise($"{key}-repaired");
        await Publish(ImplicitGrain.Namespace, key, Items);
        Assert.Equal(Numbers(Items), await Signals.LinesWhen($"{key}-implicit", Items));
        Assert.Equal(Numbers(Items), await Signals.LinesWhen($"{key}-failing", Items));
    }

    [Fact]
    public async Task A_failing_consumer_gets_its_item_again_and_holds_up_nobody_else()
    {
        var key = ClusterFixture.NewKey();
        await Publish(ImplicitGrain.Namespace, key, Items);
        await Signals.Raised($"{key}-failed");
        Assert.Equal(Numbers(Items), await Signals.LinesWhen($"{key}-implicit", Items));
        Assert.Equal(Numbers(2), Signals.Lines($"{key}-failing"));
        Signals.Raise($"{key}-repaired");
        Assert.Equal(Numbers(Items), await Signals.LinesWhen($"{key}-failing", Items));
    }

    [Fact]
    public async Task An_explicit_subscriber_gets_items_after_it_was_deactivated_too()
    {
        var (grain, key) = await NewSubscriber();
        await Publish(ExplicitGrain.Namespace, key, 3);
        await Signals.LinesWhen(grain.GetPrimaryKeyString(), 3);
        await cluster.DeactivateAsync(grain);
        await cluster.NewGrain<IProducerGrain>().Publish(ExplicitGrain.Namespace, key, from: 3, count: 3);
        await Signals.LinesWhen(grain.GetPrimaryKeyString(), 3);
        Assert.Equal(Numbers(6), Signals.Lines(grain.GetPrimaryKeyString()));
        Assert.Equal(1, await grain.Subscriptions());
        await grain.Unsubscribe();
    }

    [Fact]
    public async Task Who_unsubscribed_gets_nothing_while_others_do()
    {
        var (leaving, key) = await NewSubscriber();
        var staying = cluster.NewGrain<IExplicitGrain>();
        await staying.Subscribe(key);
        await leaving.Unsubscribe();
        Assert.Equal(0, await leaving.Subscriptions());
        await Publish(ExplicitGrain.Namespace, key, Items);
        Assert.Equal(Numbers(Items), await Signals.LinesWhen(staying.GetPrimaryKeyString(), Items));
        Assert.Empty(Signals.Lines(leaving.GetPrimaryKeyString()));
        await staying.Unsubscribe();
    }

    [Fact]
    public async Task A_client_subscribes_and_publishes_as_grains_do()
    {
        var key = ClusterFixture.NewKey();
        var stream = cluster.Client.GetStreamProvider(ClusterFixture.Streams).GetStream<Parcel>(StreamId.Create(ExplicitGrain.Namespace, key));
        var handle = await stream.SubscribeAsync((item, _) =>
        {
            Signals.Note(key, $"{item.Weight}");
            return Task.CompletedTask;
        });
        await Publish(ExplicitGrain.Namespace, key, Items);
        await Signals.LinesWhen(key, Items);
        await stream.OnNextAsync(new Parcel("item", Items));
        await Signals.LinesWhen(key, 1);
        Assert.Equal(Numbers(Items + 1), Signals.Lines(key));
        await handle.UnsubscribeAsync();
    }

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(i => $"{i}");

    private Task Publish(string streamNamespace, string key, int count) =>
        cluster.NewGrain<IProducerGrain>().Publish(streamNamespace, key, from: 0, count);

    private async Task<(IExplicitGrain Grain, string StreamKey)> NewSubscriber()
    {
        var (grain, key) = (cluster.NewGrain<IExplicitGrain>(), ClusterFixture.NewKey());
        await grain.Subscribe(key);
        return (grain, key);
    }
}
