namespace Orleans.Streams;

/// <summary>A consumer of a stream: one item at a time, in order.</summary>
public interface IAsyncObserver<in T>
{
    /// <summary>If it fails, the item is offered again for a while.</summary>
    Task OnNextAsync(T item, StreamSequenceToken? token = null);

    Task OnCompletedAsync() => Task.CompletedTask;

    /// <summary>Told of an item that was given up.</summary>
    Task OnErrorAsync(Exception ex);
}
