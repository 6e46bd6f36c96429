namespace XSight.Storage;

/// <summary>What was done about persons and the connection, for the merchant's page and for whoever must prove it.</summary>
public interface IAuditLog
{
    const int ListMax = 250;

    /// <summary>Writes the entry, or changes nothing when its cause has one already.</summary>
    Task RecordAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Newest first, before a position (null: the newest), at most <see cref="ListMax"/>.</summary>
    Task<IReadOnlyList<AuditEntry>> ListAsync(TenantId tenant, long? beforeSeq, int limit, CancellationToken cancellationToken);

    Task<long> CountAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Erasures of whole stores that have begun and not ended.</summary>
    Task<IReadOnlyList<AuditEntry>> ListUnderWayAsync(CancellationToken cancellationToken);

    /// <summary>The erasure is done; the file is due for a purge at an instant.</summary>
    Task EndAsync(long seq, string detail, DateTimeOffset purgeDueAt, CancellationToken cancellationToken);

    /// <summary>Erasures that are done and whose purge is due.</summary>
    Task<IReadOnlyList<AuditEntry>> ListToPurgeAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>What these erasures deleted is out of the file.</summary>
    Task PurgedAsync(IReadOnlyList<long> seqs, CancellationToken cancellationToken);
}
