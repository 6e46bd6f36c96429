using XSight.Storage;

namespace XSight.Grains.Privacy;

/// <summary>Erases all that is held of a store. It may stop anywhere and be run again: what the audit says is under way is not yet done.</summary>
public sealed class ShopErasure(IDatabase database, IGrainFactory grains, TimeProvider time)
{
    /// <summary>Grains first, so that none writes a row that has gone; the state of the tenant last among them, since the others ask it.</summary>
    public async Task RunAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        TenantScope.Enter(tenant);
        var owner = grains.GetGrain<ITenantGrain>(tenant.Value);
        await owner.Disconnect(time.GetUtcNow());
        foreach (var run in await database.SyncRuns.ListAsync(tenant, ISyncRunStore.ListMax, cancellationToken))
        {
            await grains.GetGrain<ISyncRunGrain>(new SyncRunKey(tenant, run.Run).ToString()).Erase();
        }

        await grains.GetGrain<IInsightsGrain>(tenant.Value).Erase();
        await grains.GetGrain<ISalesGrain>(tenant.Value).Erase();
        await grains.GetGrain<IChurnGrain>(tenant.Value).Erase();
        await owner.Erase();
        await database.Facts.EraseTenantAsync(tenant, cancellationToken);
    }
}
