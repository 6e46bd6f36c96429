using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>A stream without its item type.</summary>
public interface IAsyncStream
{
    /// <summary>Can a subscription begin in the past? Here never.</summary>
    bool IsRewindable { get; }

    string ProviderName { get; }

    StreamId StreamId { get; }
}

/// <summary>A stream of one item type; it exists as soon as somebody names it.</summary>
public interface IAsyncStream<T> : IAsyncStream, IEquatable<IAsyncStream<T>>, IAsyncObservable<T>, IAsyncBatchProducer<T>
{
    /// <summary>The calling grain's subscriptions, to be resumed when it is activated anew.</summary>
    Task<IList<StreamSubscriptionHandle<T>>> GetAllSubscriptionHandles();
}
