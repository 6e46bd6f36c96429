namespace XSight.Storage;

/// <summary>Something that was done about persons or the connection. Holds numbers and words, never a name or an address of a buyer.</summary>
/// <param name="Seq">Grows in the order of entry; 0 before it is written.</param>
/// <param name="Tenant">Whose.</param>
/// <param name="Source">What caused it, such as a delivery: the same cause and action again is no second entry.</param>
/// <param name="Action">One of <see cref="AuditActions"/>.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="Subject">Whom it is about, by number; null for the whole store.</param>
/// <param name="Detail">What came of it, for people.</param>
/// <param name="EndedAt">When it was done; null while an erasure is under way.</param>
/// <param name="PurgeDueAt">When the deleted rows are to leave the database's file; null when nothing is to be purged any more.</param>
/// <param name="PurgedAt">When they had left it.</param>
public sealed record AuditEntry(
    long Seq,
    TenantId Tenant,
    string Source,
    string Action,
    DateTimeOffset At,
    string? Subject,
    string? Detail,
    DateTimeOffset? EndedAt,
    DateTimeOffset? PurgeDueAt,
    DateTimeOffset? PurgedAt);
