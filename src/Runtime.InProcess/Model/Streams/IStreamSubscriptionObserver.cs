namespace Orleans.Streams.Core;

/// <summary>A grain that is told of a subscription for which it has no observer yet, so that it can resume it.</summary>
public interface IStreamSubscriptionObserver
{
    Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory);
}
