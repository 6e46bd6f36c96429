using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Orleans.Providers.Streams.Common;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>A stream's subscriptions and the numbering of its items.</summary>
internal sealed class StreamTopic
{
    private readonly GrainHost _host;
    private readonly QualifiedStreamId _id;
    private readonly Lock _lock = new();
    private ImmutableArray<Subscription> _subscriptions;
    private long _published;

    internal StreamTopic(GrainHost host, QualifiedStreamId id)
    {
        _host = host;
        _id = id;
        _subscriptions = [.. host.Classes.Where(c => IsImplicit(c)).Select(Implicit)];
    }

    internal QualifiedStreamId Id => _id;

    internal GrainHost Host => _host;

    /// <summary>Puts the items into every queue, all in one order.</summary>
    internal void Publish(ReadOnlySpan<object> items)
    {
        var context = RequestContext.Values;
        var now = _host.Time.GetTimestamp();
        lock (_lock)
        {
            var number = ++_published;
            for (var index = 0; index < items.Length; index++)
            {
                var item = new StreamItem(items[index], new EventSequenceToken(number, index), context, now);
                foreach (var subscription in _subscriptions)
                {
                    subscription.Add(item);
                }
            }
        }
    }

    /// <summary>A new subscription; or the implicit one, if the consumer has it.</summary>
    /// <param name="consumer">Null for a client.</param>
    internal Subscription Subscribe(Activation? consumer)
    {
        lock (_lock)
        {
            if (consumer is not null && IsImplicit(consumer.Class) && consumer.Key == _id.StreamId.GetKeyAsString())
            {
                return _subscriptions.OfType<GrainSubscription>().First(s => s.IsImplicit && s.IsOf(consumer));
            }

            Subscription subscription = consumer is null
                ? new ClientSubscription(this, Guid.NewGuid())
                : new GrainSubscription(this, Guid.NewGuid(), consumer.Class, consumer.Key, isImplicit: false);
            _subscriptions = _subscriptions.Add(subscription);
            return subscription;
        }
    }

    internal IEnumerable<Subscription> SubscriptionsOf(Activation? consumer) => consumer is null
        ? _subscriptions.OfType<ClientSubscription>()
        : _subscriptions.OfType<GrainSubscription>().Where(s => s.IsOf(consumer));

    internal void Remove(Subscription subscription)
    {
        lock (_lock)
        {
            _subscriptions = _subscriptions.Remove(subscription);
        }

        subscription.DropQueue();
    }

    /// <summary>Of all subscriptions together.</summary>
    internal StreamBacklog Backlog()
    {
        var (items, oldest) = (0, long.MaxValue);
        foreach (var subscription in _subscriptions)
        {
            var (waiting, since) = subscription.Waiting();
            items += waiting;
            oldest = Math.Min(oldest, since);
        }

        return new StreamBacklog(_id.StreamId.GetNamespace() ?? "", items, items == 0 ? TimeSpan.Zero : _host.Time.GetElapsedTime(oldest));
    }

    internal void DropQueues()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.DropQueue();
        }
    }

    private bool IsImplicit(GrainClass grainClass) => grainClass.ImplicitStreamNamespaces.Contains(_id.StreamId.GetNamespace());

    /// <summary>Its id is made of what it connects, so that it is the same after every start.</summary>
    private GrainSubscription Implicit(GrainClass grainClass)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{_id.ProviderName}|{_id.StreamId}|{grainClass.TypeName}"));
        return new GrainSubscription(this, new Guid(hash.AsSpan(0, 16)), grainClass, _id.StreamId.GetKeyAsString(), isImplicit: true);
    }
}
