namespace XSight.Storage;

/// <summary>
/// The durable inbox of webhooks. A delivery is acknowledged to Shopify only after <see cref="AppendAsync"/> returned; it leaves the
/// inbox in the transaction that commits its effect, or as a dead letter.
/// </summary>
public interface IInboxStore
{
    /// <summary>Durable when it returns; concurrent calls share commits. Null when a delivery of that webhook id is already here, else its position.</summary>
    Task<long?> AppendAsync(InboxDelivery delivery, CancellationToken cancellationToken);

    /// <summary>What is due and not done, oldest first, at most <paramref name="limit"/>, without what the caller is at work on.</summary>
    Task<IReadOnlyList<InboxItem>> ReadDueAsync(
        TenantId tenant, DateTimeOffset now, int limit, IReadOnlyCollection<long> except, CancellationToken cancellationToken);

    /// <summary>Marks deliveries that have no effect as done and forgets their bodies. Their ids stay for <see cref="ForgetAsync"/>.</summary>
    Task CompleteAsync(TenantId tenant, IReadOnlyList<long> inboxSeqs, CancellationToken cancellationToken);

    /// <summary>Puts a failed delivery off.</summary>
    Task RetryAsync(TenantId tenant, long inboxSeq, int attempts, DateTimeOffset dueAt, string error, CancellationToken cancellationToken);

    /// <summary>Sets a delivery aside that failed too often: it blocks nobody and waits for an operator.</summary>
    Task BuryAsync(TenantId tenant, long inboxSeq, string error, CancellationToken cancellationToken);

    /// <summary>Dead letters of all tenants, newest first, before a position (null: the newest).</summary>
    Task<IReadOnlyList<DeadLetter>> ListDeadAsync(long? beforeSeq, int limit, CancellationToken cancellationToken);

    /// <summary>One dead letter with its body; null when there is none.</summary>
    Task<DeadLetter?> FindDeadAsync(long inboxSeq, CancellationToken cancellationToken);

    /// <summary>Makes a dead letter due again; returns its tenant, null when there is none.</summary>
    Task<TenantId?> ReplayAsync(long inboxSeq, CancellationToken cancellationToken);

    /// <summary>Gives a dead letter up for good; false when there is none.</summary>
    Task<bool> DiscardAsync(long inboxSeq, CancellationToken cancellationToken);

    /// <summary>Tenants that have something due.</summary>
    Task<IReadOnlyList<TenantId>> ListWaitingTenantsAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Depth and age over all tenants.</summary>
    Task<InboxDepth> MeasureAsync(CancellationToken cancellationToken);

    /// <summary>What came and what was done with since an instant, over all tenants. Its cost grows with the number; seconds or minutes are meant.</summary>
    Task<InboxFlow> CountFlowAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Goes the way of a delivery, to the disk, without leaving one: when it returns, a delivery could be accepted now.</summary>
    Task ProbeAsync(CancellationToken cancellationToken);

    /// <summary>Drops the ids of deliveries done before an instant; at least a day must have passed, as Shopify repeats itself for four hours.</summary>
    Task<int> ForgetAsync(DateTimeOffset doneBefore, CancellationToken cancellationToken);
}
