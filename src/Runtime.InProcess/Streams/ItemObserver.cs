using Orleans.Streams;

namespace Orleans.InProcess;

/// <summary>An observer of items of one type.</summary>
internal sealed class ItemObserver<T>(IAsyncObserver<T> observer) : IItemObserver
{
    public Task OnNextAsync(StreamItem item) => observer.OnNextAsync((T)item.Value, item.Token);

    public Task OnErrorAsync(Exception exception) => observer.OnErrorAsync(exception);
}
