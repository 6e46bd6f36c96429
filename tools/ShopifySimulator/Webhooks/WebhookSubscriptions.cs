namespace XSight.ShopifySimulator;

/// <summary>The subscriptions of a store; one topic goes to one address once.</summary>
internal sealed class WebhookSubscriptions
{
    private readonly Lock _lock = new();
    private readonly List<WebhookSubscription> _all = [];

    public IReadOnlyList<WebhookSubscription> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    public bool TryAdd(WebhookSubscription subscription)
    {
        lock (_lock)
        {
            if (_all.Any(other => other.Topic == subscription.Topic && other.Uri == subscription.Uri))
            {
                return false;
            }

            _all.Add(subscription);
            return true;
        }
    }
}
