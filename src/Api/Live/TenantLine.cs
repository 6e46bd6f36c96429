using Microsoft.AspNetCore.SignalR;
using Orleans.Runtime;
using Orleans.Streams;

namespace XSight.Api.Live;

/// <summary>One tenant's streams on their way to its connections on this node; open while there is one.</summary>
internal sealed class TenantLine : IDisposable
{
    public static readonly TimeSpan InsightsInterval = TimeSpan.FromMilliseconds(250);

    private readonly TenantId _tenant;
    private readonly IHubContext<LiveHub> _hub;
    private readonly ILogger _logger;
    private readonly SyncAnnouncer _syncs;
    private readonly LatestWins<InsightsChanged> _insights;
    private StreamSubscriptionHandle<SyncProgress>? _syncStream;
    private readonly LatestWins<OrderReceived> _orders;
    private StreamSubscriptionHandle<InsightsChanged>? _insightsStream;
    private StreamSubscriptionHandle<OrderReceived>? _ordersStream;

    public TenantLine(TenantId tenant, IHubContext<LiveHub> hub, TimeProvider time, ILogger logger)
    {
        (_tenant, _hub, _logger) = (tenant, hub, logger);
        _syncs = new SyncAnnouncer(time, (name, progress) => Send(GroupOf(name), name, progress));
        _insights = new LatestWins<InsightsChanged>(InsightsInterval, time, changed => Send(LiveGroups.Of(_tenant), LiveEvents.InsightsChanged, changed));
        _orders = new LatestWins<OrderReceived>(InsightsInterval, time, order => Send(LiveGroups.Of(_tenant), LiveEvents.OrderReceived, LiveOrder.Of(order)));
    }

    /// <summary>Guarded by the feed's gate, as all of this type but the streams' callbacks.</summary>
    public HashSet<string> Connections { get; } = [];

    public async Task OpenAsync(IStreamProvider streams)
    {
        _syncStream = await streams.GetStream<SyncProgress>(StreamId.Create(StreamNames.Sync, _tenant.Value)).SubscribeAsync((progress, _) =>
        {
            _syncs.Announce(progress);
            return Task.CompletedTask;
        });
        _insightsStream = await streams.GetStream<InsightsChanged>(StreamId.Create(StreamNames.Insights, _tenant.Value)).SubscribeAsync((changed, _) =>
        {
            _insights.Offer(changed);
            return Task.CompletedTask;
        });
        _ordersStream = await streams.GetStream<OrderReceived>(StreamId.Create(StreamNames.Orders, _tenant.Value)).SubscribeAsync((order, _) =>
        {
            _orders.Offer(order);
            return Task.CompletedTask;
        });
    }

    public async Task CloseAsync()
    {
        Dispose();
        if (_syncStream is not null)
        {
            await _syncStream.UnsubscribeAsync();
        }

        if (_insightsStream is not null)
        {
            await _insightsStream.UnsubscribeAsync();
        }

        if (_ordersStream is not null)
        {
            await _ordersStream.UnsubscribeAsync();
        }
    }

    public void Dispose()
    {
        _syncs.Dispose();
        _insights.Dispose();
        _orders.Dispose();
    }

    private string GroupOf(string name) => name == LiveEvents.SyncProgress ? LiveGroups.Progress(_tenant) : LiveGroups.Of(_tenant);

    /// <summary>Nobody waits for a browser; what cannot be sent is logged, and the page reads it again.</summary>
    private void Send(string group, string name, object payload) =>
        _ = _hub.Clients.Group(group).SendAsync(name, payload).ContinueWith(
            sent => LiveLog.NotSent(_logger, _tenant, name, sent.Exception!),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
}
