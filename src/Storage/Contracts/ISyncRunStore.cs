namespace XSight.Storage;

/// <summary>One row a sync run, kept for ever.</summary>
public interface ISyncRunStore
{
    const int ListMax = 1_000;

    /// <summary>Writes the run as it now is; an older <c>Revision</c> changes nothing.</summary>
    Task SaveAsync(SyncProgress run, CancellationToken cancellationToken);

    /// <summary>Newest first, at most <see cref="ListMax"/>.</summary>
    Task<IReadOnlyList<SyncProgress>> ListAsync(TenantId tenant, int limit, CancellationToken cancellationToken);

    /// <summary>Of all tenants: the runs under way, and those that ended since an instant; newest first, at most <see cref="ListMax"/>.</summary>
    Task<IReadOnlyList<SyncProgress>> ListLatelyAsync(DateTimeOffset endedSince, int limit, CancellationToken cancellationToken);

    Task<SyncProgress?> FindAsync(TenantId tenant, SyncRunId run, CancellationToken cancellationToken);
}
