using XSight.Storage;

namespace XSight.Api.Tenants;

/// <summary>A tenant's sync runs: the live ones from their grains, the old ones from their history.</summary>
public sealed class SyncRuns(IGrainFactory grains, IDatabase database)
{
    /// <summary>Runs looked through for the last that ended; at most one of them is not.</summary>
    private const int RecentRuns = 5;

    public async Task<SyncProgress?> FindActiveAsync(TenantId tenant) =>
        await grains.GetGrain<ITenantGrain>(tenant.Value).GetActiveSync() is { } run ? await Grain(tenant, run).GetProgress() : null;

    public async Task<SyncProgress?> FindLastEndedAsync(TenantId tenant, CancellationToken cancellationToken) =>
        (await database.SyncRuns.ListAsync(tenant, RecentRuns, cancellationToken)).FirstOrDefault(run => run.Ended);

    public async Task<ReconciliationResponse?> FindNewestComparisonAsync(TenantId tenant, CancellationToken cancellationToken) =>
        (await database.Reconciliations.ListAsync(tenant, null, 1, cancellationToken)).Items is [var newest] ? ReconciliationResponse.Of(newest) : null;

    /// <summary>Null when the tenant has no such run.</summary>
    public async Task<SyncProgress?> FindAsync(TenantId tenant, SyncRunId run, CancellationToken cancellationToken) =>
        await Grain(tenant, run).GetProgress() ?? await database.SyncRuns.FindAsync(tenant, run, cancellationToken);

    /// <summary>Stops a run at its next batch; null when the tenant has no such run.</summary>
    public async Task<SyncProgress?> CancelAsync(TenantId tenant, SyncRunId run, CancellationToken cancellationToken)
    {
        var known = await FindAsync(tenant, run, cancellationToken);
        if (known is null || known.Ended)
        {
            return known;
        }

        await Grain(tenant, run).Cancel();
        return await Grain(tenant, run).GetProgress() ?? known;
    }

    private ISyncRunGrain Grain(TenantId tenant, SyncRunId run) => grains.GetGrain<ISyncRunGrain>(new SyncRunKey(tenant, run).ToString());
}
