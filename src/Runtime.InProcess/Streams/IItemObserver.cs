namespace Orleans.InProcess;

/// <summary>An observer whose item type is not known here.</summary>
internal interface IItemObserver
{
    /// <exception cref="InvalidCastException">The item is not of the observer's type.</exception>
    Task OnNextAsync(StreamItem item);

    Task OnErrorAsync(Exception exception);
}
