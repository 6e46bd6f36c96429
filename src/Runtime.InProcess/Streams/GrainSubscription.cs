using Orleans.Runtime;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace Orleans.InProcess;

/// <summary>
/// A grain's subscription. It outlives activations; its observer does not, so each activation attaches one anew, in OnActivateAsync or
/// when asked through <see cref="IStreamSubscriptionObserver"/>.
/// </summary>
internal sealed class GrainSubscription(StreamTopic topic, Guid handleId, GrainClass grainClass, string key, bool isImplicit)
    : Subscription(topic, handleId), IStreamSubscriptionHandleFactory
{
    public StreamId StreamId => Topic.Id.StreamId;

    public string ProviderName => Topic.Id.ProviderName;

    internal bool IsImplicit => isImplicit;

    public StreamSubscriptionHandle<T> Create<T>() => new SubscriptionHandle<T>(Topic, this);

    internal bool IsOf(Activation activation) => ReferenceEquals(activation.Class, grainClass) && activation.Key == key;

    internal override void Attach(IItemObserver observer) => CurrentConsumer().Extras.Observers[HandleId] = observer;

    internal void Detach() => CurrentConsumer().Extras.Observers.Remove(HandleId);

    protected override Task OfferAsync(StreamItem item) => SendAsync(item.Context, observer => observer.OnNextAsync(item));

    protected override Task GiveUpAsync(Exception exception) => SendAsync(context: null, observer => observer.OnErrorAsync(exception));

    private Activation CurrentConsumer() => RuntimeContext.Current is { } activation && IsOf(activation)
        ? activation
        : throw new InvalidOperationException($"A subscription of {grainClass.Type}/{key} is handled in that grain's own turns.");

    private Task SendAsync(Dictionary<string, object>? context, Func<IItemObserver, Task> tell)
    {
        var delivery = new StreamDelivery(this, tell) { Context = context };
        grainClass.Deliver(key, delivery);
        return delivery.Done;
    }
}
