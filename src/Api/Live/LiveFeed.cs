using Microsoft.AspNetCore.SignalR;

namespace XSight.Api.Live;

/// <summary>
/// Carries the grains' streams to browsers. A tenant's streams are subscribed when its first connection on this node comes and
/// unsubscribed when its last one leaves, so that a node costs the cluster only what it shows.
/// </summary>
public sealed class LiveFeed(IClusterClient cluster, IHubContext<LiveHub> hub, TimeProvider time, ILogger<LiveFeed> logger) : IHostedService, IDisposable
{
    private readonly Dictionary<TenantId, TenantLine> _lines = [];

    // Opening and closing a line are rare and short; one at a time keeps them in order.
    private readonly SemaphoreSlim _gate = new(1);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task JoinAsync(TenantId tenant, string connection)
    {
        await _gate.WaitAsync();
        try
        {
            if (!_lines.TryGetValue(tenant, out var line))
            {
                line = new TenantLine(tenant, hub, time, logger);
                await line.OpenAsync(cluster.GetStreamProvider(StreamNames.Provider));
                _lines.Add(tenant, line);
            }

            line.Connections.Add(connection);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task LeaveAsync(TenantId tenant, string connection)
    {
        await _gate.WaitAsync();
        try
        {
            if (_lines.TryGetValue(tenant, out var line) && line.Connections.Remove(connection) && line.Connections.Count == 0)
            {
                _lines.Remove(tenant);
                await line.CloseAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>How many tenants this node listens to.</summary>
    public async Task<int> CountOpenAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _lines.Count;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            foreach (var line in _lines.Values)
            {
                await line.CloseAsync();
            }

            _lines.Clear();
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
