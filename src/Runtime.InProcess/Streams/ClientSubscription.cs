using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>A subscription of code that is not a grain: it lives until it is ended.</summary>
internal sealed class ClientSubscription(StreamTopic topic, Guid handleId) : Subscription(topic, handleId)
{
    private volatile IItemObserver? _observer;

    internal override void Attach(IItemObserver observer) => _observer = observer;

    protected override Task OfferAsync(StreamItem item)
    {
        RequestContext.Values = item.Context;
        return _observer?.OnNextAsync(item) ?? Task.CompletedTask;
    }

    protected override Task GiveUpAsync(Exception exception) => _observer?.OnErrorAsync(exception) ?? Task.CompletedTask;
}
