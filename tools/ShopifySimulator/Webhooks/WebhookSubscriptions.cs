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

    /// <summary>The app was removed: what it subscribed to goes with it.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _all.Clear();
        }
    }

    public WebhookSubscription? Find(long id) => All.FirstOrDefault(subscription => subscription.Id == id);

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

    /// <summary>Puts a subscription in the place of that with its id; false when another of its topic has the address already.</summary>
    public bool TryReplace(WebhookSubscription subscription)
    {
        lock (_lock)
        {
            if (_all.Any(other => other.Id != subscription.Id && other.Topic == subscription.Topic && other.Uri == subscription.Uri))
            {
                return false;
            }

            _all[_all.FindIndex(other => other.Id == subscription.Id)] = subscription;
            return true;
        }
    }
}
