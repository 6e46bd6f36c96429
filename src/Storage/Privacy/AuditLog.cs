using System.Data.Common;

namespace XSight.Storage;

internal sealed class AuditLog(StoreEngine engine) : IAuditLog
{
    private const string Columns =
        "a.audit_seq, a.tenant, a.source, a.action, a.at, a.subject, a.detail, a.ended_at, a.purge_due_at, a.purged_at";

    private const string Add = """
        INSERT INTO audit (tenant, source, action, at, subject, detail, ended_at, purge_due_at)
        VALUES (@tenant, @source, @action, @at, @subject, @detail, @ended, @due)
        ON CONFLICT (tenant, source, action) DO NOTHING
        """;

    private const string OfTenant =
        $"SELECT {Columns} FROM audit a WHERE a.tenant = @tenant AND a.audit_seq < @before ORDER BY a.audit_seq DESC LIMIT @limit";

    private const string Count = "SELECT count(*) FROM audit a WHERE a.tenant = @tenant";

    private const string UnderWay = $"SELECT {Columns} FROM audit a WHERE a.ended_at IS NULL ORDER BY a.audit_seq";

    private const string End = "UPDATE audit SET ended_at = @now, detail = @detail, purge_due_at = @due WHERE audit_seq = @seq AND ended_at IS NULL";

    private const string ToPurge =
        $"SELECT {Columns} FROM audit a WHERE a.purge_due_at IS NOT NULL AND a.purge_due_at <= @now ORDER BY a.audit_seq";

    private const string Purged = "UPDATE audit SET purged_at = @now, purge_due_at = NULL WHERE audit_seq = @seq";

    public Task RecordAsync(AuditEntry entry, CancellationToken cancellationToken) => WriteAsync(
        Add,
        [
            ("tenant", entry.Tenant.Value),
            ("source", entry.Source),
            ("action", entry.Action),
            ("at", entry.At.Ms()),
            ("subject", entry.Subject),
            ("detail", StoredText.Clean(entry.Detail)),
            ("ended", entry.EndedAt.Ms()),
            ("due", entry.PurgeDueAt.Ms()),
        ],
        cancellationToken);

    public async Task<IReadOnlyList<AuditEntry>> ListAsync(TenantId tenant, long? beforeSeq, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, IAuditLog.ListMax);
        return await ReadAsync(OfTenant, [("tenant", tenant.Value), ("before", beforeSeq ?? long.MaxValue), ("limit", (long)limit)], cancellationToken);
    }

    public Task<long> CountAsync(TenantId tenant, CancellationToken cancellationToken) =>
        engine.ReadAsync(session => session.FirstAsync(Count, [("tenant", tenant.Value)], row => row.GetInt64(0), cancellationToken), cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> ListUnderWayAsync(CancellationToken cancellationToken) => ReadAsync(UnderWay, [], cancellationToken);

    public Task EndAsync(long seq, string detail, DateTimeOffset purgeDueAt, CancellationToken cancellationToken) =>
        WriteAsync(End, [("seq", seq), ("now", engine.NowMs()), ("detail", detail), ("due", purgeDueAt.Ms())], cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> ListToPurgeAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        ReadAsync(ToPurge, [("now", now.Ms())], cancellationToken);

    public async Task PurgedAsync(IReadOnlyList<long> seqs, CancellationToken cancellationToken)
    {
        foreach (var seq in seqs)
        {
            await WriteAsync(Purged, [("seq", seq), ("now", engine.NowMs())], cancellationToken);
        }
    }

    private static AuditEntry Entry(DbDataReader row) => new(
        row.GetInt64(0),
        TenantId.Parse(row.GetString(1)),
        row.GetString(2),
        row.GetString(3),
        row.Time(4),
        row.Text(5),
        row.Text(6),
        row.TimeOrNull(7),
        row.TimeOrNull(8),
        row.TimeOrNull(9));

    private async Task<IReadOnlyList<AuditEntry>> ReadAsync(string sql, (string, object?)[] parameters, CancellationToken cancellationToken) =>
        await engine.ReadAsync(session => session.QueryAsync(sql, parameters, Entry, cancellationToken), cancellationToken);

    private Task WriteAsync(string sql, (string, object?)[] parameters, CancellationToken cancellationToken) =>
        engine.WriteAsync(session => session.ExecuteAsync(sql, parameters, CancellationToken.None), cancellationToken);
}
