using Orleans.Streams.Core;

namespace Orleans.InProcess;

/// <summary>An item on its way into a grain: admitted as any call.</summary>
internal sealed class StreamDelivery(GrainSubscription subscription, Func<IItemObserver, Task> tell) : Request
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task Done => _done.Task;

    internal override async Task RunAsync(Activation activation)
    {
        try
        {
            var observers = activation.Extras.Observers;
            if (!observers.ContainsKey(subscription.HandleId) && activation.GrainInstance is IStreamSubscriptionObserver grain)
            {
                await grain.OnSubscribed(subscription);
            }

            if (observers.TryGetValue(subscription.HandleId, out var observer))
            {
                await tell(observer);
            }
            else
            {
                HostLog.NoObserver(activation.Host.Log, subscription.StreamId, activation.GrainId, subscription.HandleId);
            }

            _done.TrySetResult();
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    internal override void Fail(Exception exception) => _done.TrySetException(exception);
}
