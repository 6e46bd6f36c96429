using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using XSight.Storage;

namespace XSight.Grains.Hosting;

/// <summary>
/// Wakes every tenant that has something due in the inbox: what a lost hint or a retry left. At start it wakes all of them, since a crash
/// may have left figures to derive too. It also drops the ids of deliveries that Shopify can no longer repeat.
/// </summary>
/// <remarks>A tenant whose grain cannot be reached (its silo was just lost) holds nobody else up: the next beat calls it again.</remarks>
public sealed class InboxPump(IDatabase database, IGrainFactory grains, TimeProvider time, ILogger<InboxPump> logger) : BackgroundService
{
    /// <summary>Tenants called at once.</summary>
    private const int CallsAtOnce = 32;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WakeWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Keep = TimeSpan.FromDays(2);

    private bool _hasStarted;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        do
        {
            try
            {
                await BeatAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                HostingLog.PumpFailed(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var tenants = _hasStarted
            ? await database.Inbox.ListWaitingTenantsAsync(now, cancellationToken)
            : [.. (await database.Tenants.ListAsync(cancellationToken)).Select(t => t.Tenant)];
        var reached = true;
        foreach (var some in tenants.Chunk(CallsAtOnce))
        {
            reached &= (await Task.WhenAll(some.Select(WakeAsync))).All(woken => woken);
        }

        _hasStarted |= reached;
        await database.Inbox.ForgetAsync(now - Keep, cancellationToken);
    }

    private async Task<bool> WakeAsync(TenantId tenant)
    {
        try
        {
            TenantScope.Enter(tenant);
            await grains.GetGrain<ITenantIngestGrain>(tenant.Value).Wake().WaitAsync(WakeWithin, time);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            HostingLog.NotWoken(logger, tenant, error);
            return false;
        }
    }
}
