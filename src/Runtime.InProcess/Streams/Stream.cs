using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans.InProcess;

/// <summary>A stream as producers and consumers hold it.</summary>
internal sealed class Stream<T>(StreamHub hub, QualifiedStreamId id) : IAsyncStream<T>
{
    public bool IsRewindable => false;

    public string ProviderName => id.ProviderName;

    public StreamId StreamId => id.StreamId;

    private StreamTopic Topic => hub.Topic(id);

    public Task OnNextAsync(T item, StreamSequenceToken? token = null)
    {
        Topic.Publish([item!]);
        return Task.CompletedTask;
    }

    public Task OnNextBatchAsync(IEnumerable<T> batch, StreamSequenceToken? token = null)
    {
        Topic.Publish([.. batch.Select(item => (object)item!)]);
        return Task.CompletedTask;
    }

    /// <summary>Streams do not end; as with Orleans' queue streams, nobody is told.</summary>
    public Task OnCompletedAsync() => Task.CompletedTask;

    /// <summary>A producer's failure is not its consumers'; as with Orleans' queue streams, nobody is told.</summary>
    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer) => SubscribeAsync(observer, token: null);

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token, string? filterData = null)
    {
        ArgumentNullException.ThrowIfNull(observer);
        if (token is not null || filterData is not null)
        {
            throw new NotSupportedException("Streams of this host can neither be rewound nor filtered.");
        }

        var subscription = Topic.Subscribe(RuntimeContext.Current);
        subscription.Attach(new ItemObserver<T>(observer));
        return Task.FromResult<StreamSubscriptionHandle<T>>(new SubscriptionHandle<T>(Topic, subscription));
    }

    public Task<IList<StreamSubscriptionHandle<T>>> GetAllSubscriptionHandles() =>
        Task.FromResult<IList<StreamSubscriptionHandle<T>>>([.. Topic.SubscriptionsOf(RuntimeContext.Current).Select(s => new SubscriptionHandle<T>(Topic, s))]);

    public bool Equals(IAsyncStream<T>? other) => other is not null && other.StreamId == StreamId && other.ProviderName == ProviderName;

    public override bool Equals(object? obj) => Equals(obj as IAsyncStream<T>);

    public override int GetHashCode() => id.GetHashCode();
}
