using System.Threading.Channels;
using Orleans.Runtime;

namespace XSight.Api.Webhooks;

/// <summary>
/// Tells a tenant's consumer through its stream that the inbox has work. Rings of one tenant that come while one is under way become
/// one; when the bell cannot be rung, the inbox's pump finds the work a little later.
/// </summary>
internal sealed class WebhookBell(IClusterClient cluster, ILogger<WebhookBell> logger) : BackgroundService
{
    public const int WaitingMax = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<TenantId, long> _pending = [];
    private readonly Channel<TenantId> _tenants = Channel.CreateBounded<TenantId>(new BoundedChannelOptions(WaitingMax) { FullMode = BoundedChannelFullMode.Wait });

    public void Ring(TenantId tenant, long inboxSeq)
    {
        lock (_lock)
        {
            var isWaiting = _pending.TryGetValue(tenant, out var known);
            _pending[tenant] = Math.Max(known, inboxSeq);
            if (isWaiting || _tenants.Writer.TryWrite(tenant))
            {
                return;
            }

            _pending.Remove(tenant);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var streams = cluster.GetStreamProvider(StreamNames.Provider);
        await foreach (var tenant in _tenants.Reader.ReadAllAsync(stoppingToken))
        {
            long seq;
            lock (_lock)
            {
                _pending.Remove(tenant, out seq);
            }

            try
            {
                TenantScope.Enter(tenant);
                await streams.GetStream<WebhooksArrived>(StreamId.Create(StreamNames.Webhooks, tenant.Value)).OnNextAsync(new WebhooksArrived(tenant, seq));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                WebhookDoorLog.NotRung(logger, tenant, error);
            }
        }
    }
}
