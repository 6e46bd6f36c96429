namespace Orleans.Streams;

/// <summary>Publishes; completes when every present subscription has the item in its queue.</summary>
public interface IAsyncBatchProducer<T> : IAsyncObserver<T>
{
    Task OnNextBatchAsync(IEnumerable<T> batch, StreamSequenceToken? token = null);
}
