using Orleans.Streams;
using Orleans.Streams.Core;

namespace XSight.Conformance.Tests;

[GrainType("conformance-producer")]
public sealed class ProducerGrain : Grain, IProducerGrain
{
    public async Task Publish(string streamNamespace, string streamKey, int from, int count)
    {
        var stream = this.GetStreamProvider(ClusterFixture.Streams).GetStream<Parcel>(StreamId.Create(streamNamespace, streamKey));
        foreach (var number in Enumerable.Range(from, count))
        {
            await stream.OnNextAsync(new Parcel("item", number));
        }
    }
}

[GrainType("conformance-implicit")]
[ImplicitStreamSubscription(Namespace)]
public sealed class ImplicitGrain : Grain, IImplicitGrain
{
    public const string Namespace = "conformance-implicit";

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString();
        var stream = this.GetStreamProvider(ClusterFixture.Streams).GetStream<Parcel>(StreamId.Create(Namespace, key));
        await stream.SubscribeAsync((item, _) =>
        {
            Signals.Note($"{key}-implicit", $"{item.Weight}");
            return Task.CompletedTask;
        });
    }
}

[GrainType("conformance-failing")]
[ImplicitStreamSubscription(ImplicitGrain.Namespace)]
public sealed class FailingGrain : Grain, IFailingGrain, IStreamSubscriptionObserver, IAsyncObserver<Parcel>
{
    public async Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => await handleFactory.Create<Parcel>().ResumeAsync(this);

    public Task OnNextAsync(Parcel item, StreamSequenceToken? token = null)
    {
        var key = this.GetPrimaryKeyString();
        if (item.Weight == 2 && !Signals.IsRaised($"{key}-repaired"))
        {
            Signals.Raise($"{key}-failed");
            throw new InvalidOperationException("item 2 is too much");
        }

        Signals.Note($"{key}-failing", $"{item.Weight}");
        return Task.CompletedTask;
    }

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}

[GrainType("conformance-explicit")]
public sealed class ExplicitGrain([PersistentState("explicit", ClusterFixture.Storage)] IPersistentState<NoteState> stream) : Grain, IExplicitGrain
{
    public const string Namespace = "conformance-explicit";

    private IAsyncStream<Parcel> Stream => this.GetStreamProvider(ClusterFixture.Streams).GetStream<Parcel>(StreamId.Create(Namespace, stream.State.Text!));

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (!stream.RecordExists)
        {
            return;
        }

        foreach (var handle in await Stream.GetAllSubscriptionHandles())
        {
            await handle.ResumeAsync(Take);
        }
    }

    public async Task Subscribe(string streamKey)
    {
        stream.State.Text = streamKey;
        await stream.WriteStateAsync();
        await Stream.SubscribeAsync(Take);
    }

    public async Task Unsubscribe()
    {
        foreach (var handle in await Stream.GetAllSubscriptionHandles())
        {
            await handle.UnsubscribeAsync();
        }
    }

    public async Task<int> Subscriptions() => (await Stream.GetAllSubscriptionHandles()).Count;

    private Task Take(Parcel item, StreamSequenceToken? token)
    {
        Signals.Note(this.GetPrimaryKeyString(), $"{item.Weight}");
        return Task.CompletedTask;
    }
}
