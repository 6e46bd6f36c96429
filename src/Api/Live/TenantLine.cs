using Microsoft.AspNetCore.SignalR;
using Orleans.Runtime;
using Orleans.Streams;
using XSight.Api.Hosting;

namespace XSight.Api.Live;

/// <summary>One tenant's streams on their way to its connections on this node; open while there is one.</summary>
internal sealed class TenantLine : IDisposable
{
    private readonly TenantId _tenant;
    private readonly IHubContext<LiveHub> _hub;
    private readonly ILogger _logger;
    private readonly LivePacer _pacer;
    private readonly SyncAnnouncer _syncs;
    private readonly List<Func<Task>> _endings = [];

    public TenantLine(TenantId tenant, IHubContext<LiveHub> hub, TimeProvider time, ILogger logger)
    {
        (_tenant, _hub, _logger) = (tenant, hub, logger);
        _pacer = new LivePacer(time, Send);
        _syncs = new SyncAnnouncer(time, OfferSync);
    }

    /// <summary>Touched in the feed's turns only.</summary>
    public HashSet<string> Connections { get; } = [];

    public async Task OpenAsync(IStreamProvider streams)
    {
        await ListenAsync<SyncProgress>(streams, StreamNames.Sync, _syncs.Announce);
        await ListenAsync<InsightsChanged>(streams, StreamNames.Insights, changed => Offer(LiveEvents.InsightsChanged, changed));
        await ListenAsync<OrderReceived>(streams, StreamNames.Orders, order => Offer(LiveEvents.OrderReceived, LiveOrder.Of(order)));
        await ListenAsync<CustomersChanged>(streams, StreamNames.Customers, changed => Offer(
            LiveEvents.CustomersChanged, LiveCustomers.Of(changed), (one, other) => LiveCustomers.Union((LiveCustomers)one, (LiveCustomers)other)));
    }

    public async Task CloseAsync()
    {
        Dispose();
        foreach (var end in _endings)
        {
            await end();
        }
    }

    public void Dispose()
    {
        _syncs.Dispose();
        _pacer.Dispose();
    }

    private async Task ListenAsync<T>(IStreamProvider streams, string name, Action<T> take)
    {
        var subscription = await streams.GetStream<T>(StreamId.Create(name, _tenant.Value)).SubscribeAsync((item, _) =>
        {
            take(item);
            return Task.CompletedTask;
        });
        _endings.Add(subscription.UnsubscribeAsync);
    }

    private void Offer(string name, object payload, Func<object, object, object>? merge = null) =>
        _pacer.Offer(new LiveMessage(LiveGroups.Of(_tenant), name, payload), merge);

    /// <summary>Progress is for those who want it, and the latest is enough; a new phase or the end is for all, and makes older progress stale.</summary>
    private void OfferSync(string name, SyncProgress progress)
    {
        if (name == LiveEvents.SyncProgress)
        {
            _pacer.Offer(new LiveMessage(LiveGroups.Progress(_tenant), name, progress));
        }
        else
        {
            _pacer.Send(new LiveMessage(LiveGroups.Of(_tenant), name, progress), stale: LiveEvents.SyncProgress);
        }
    }

    /// <summary>Nobody waits for a browser; what cannot be sent is logged, and the page reads it again.</summary>
    private void Send(LiveMessage message)
    {
        ApiSignals.HubMessage(message.Name);
        _ = _hub.Clients.Group(message.Group).SendAsync(message.Name, message.Payload).ContinueWith(
            sent => LiveLog.NotSent(_logger, _tenant, message.Name, sent.Exception!),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
    }
}
