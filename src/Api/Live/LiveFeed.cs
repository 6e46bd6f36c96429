using Microsoft.AspNetCore.SignalR;

namespace XSight.Api.Live;

/// <summary>
/// Carries the grains' streams to browsers. A tenant's streams are subscribed when its first connection on this node comes and
/// unsubscribed when its last one leaves, so that a node costs the cluster only what it shows. At the end of the process SignalR closes
/// the connections, and with them everything here.
/// </summary>
public sealed class LiveFeed(IClusterClient cluster, IHubContext<LiveHub> hub, TimeProvider time, ILogger<LiveFeed> logger)
{
    private readonly Dictionary<TenantId, TenantLine> _lines = [];
    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;

    public Task JoinAsync(TenantId tenant, string connection) => InTurnAsync(async () =>
    {
        if (!_lines.TryGetValue(tenant, out var line))
        {
            line = await OpenAsync(tenant);
            _lines.Add(tenant, line);
        }

        line.Connections.Add(connection);
    });

    public Task LeaveAsync(TenantId tenant, string connection) => InTurnAsync(async () =>
    {
        if (_lines.TryGetValue(tenant, out var line) && line.Connections.Remove(connection) && line.Connections.Count == 0)
        {
            _lines.Remove(tenant);
            await line.CloseAsync();
        }
    });

    /// <summary>How many tenants this node listens to.</summary>
    public async Task<int> CountOpenAsync()
    {
        var count = 0;
        await InTurnAsync(() =>
        {
            count = _lines.Count;
            return Task.CompletedTask;
        });
        return count;
    }

    private async Task<TenantLine> OpenAsync(TenantId tenant)
    {
        var line = new TenantLine(tenant, hub, time, logger);
        try
        {
            await line.OpenAsync(cluster.GetStreamProvider(StreamNames.Provider));
            return line;
        }
        catch
        {
            // Half open is not open; the connection fails, and its client tries again.
            await line.CloseAsync();
            throw;
        }
    }

    /// <summary>Opening and closing are rare and short; one after the other keeps them in order.</summary>
    private Task InTurnAsync(Func<Task> step)
    {
        lock (_gate)
        {
            return _last = AfterAsync(_last, step);
        }
    }

    private static async Task AfterAsync(Task before, Func<Task> step)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        await step();
    }
}
