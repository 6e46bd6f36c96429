using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans.InProcess;

/// <summary>A consumer's hold on its subscription.</summary>
internal sealed class SubscriptionHandle<T>(StreamTopic topic, Subscription subscription) : StreamSubscriptionHandle<T>
{
    public override StreamId StreamId => topic.Id.StreamId;

    public override string ProviderName => topic.Id.ProviderName;

    public override Guid HandleId => subscription.HandleId;

    /// <summary>An implicit subscription stays; only its observer goes.</summary>
    public override Task UnsubscribeAsync()
    {
        if (subscription is GrainSubscription grain)
        {
            grain.Detach();
        }

        if (subscription is not GrainSubscription { IsImplicit: true })
        {
            topic.Remove(subscription);
        }

        return Task.CompletedTask;
    }

    public override Task<StreamSubscriptionHandle<T>> ResumeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token = null)
    {
        ArgumentNullException.ThrowIfNull(observer);
        subscription.Attach(new ItemObserver<T>(observer));
        return Task.FromResult<StreamSubscriptionHandle<T>>(this);
    }

    public override bool Equals(StreamSubscriptionHandle<T>? other) => other is not null && other.HandleId == HandleId;
}
