using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using XSight.Storage;

namespace XSight.Grains.Hosting;

/// <summary>At start, takes up the syncs that the last process left unfinished, without waiting for their reminders.</summary>
public sealed class InterruptedSyncs(IDatabase database, IGrainFactory grains, ILogger<InterruptedSyncs> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var (tenant, _) in await database.Tenants.ListAsync(stoppingToken))
        {
            TenantScope.Enter(tenant);
            try
            {
                await TakeUpAsync(tenant);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                HostingLog.NotTakenUp(logger, tenant, error);
            }
        }
    }

    private async Task TakeUpAsync(TenantId tenant)
    {
        if (await grains.GetGrain<ITenantGrain>(tenant.Value).GetActiveSync() is { } run)
        {
            HostingLog.TakenUp(logger, tenant, run);
            await grains.GetGrain<ISyncRunGrain>(new SyncRunKey(tenant, run).ToString()).Start(SyncKind.Full);
        }
    }
}
