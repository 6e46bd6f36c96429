namespace Orleans.Streams;

/// <summary>Something to subscribe to.</summary>
public interface IAsyncObservable<T>
{
    /// <summary>Within an implicitly subscribed grain this attaches the observer to that subscription and makes no other.</summary>
    Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer);

    /// <param name="observer">The consumer.</param>
    /// <param name="token">Streams of this host cannot be rewound: null.</param>
    /// <param name="filterData">Not supported here: null.</param>
    Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token, string? filterData = null);
}
