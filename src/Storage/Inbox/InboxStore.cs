using System.Data.Common;
using System.Text.Json;

namespace XSight.Storage;

internal sealed class InboxStore(StoreEngine engine) : IInboxStore
{
    /// <summary>Deliveries of one read.</summary>
    private const int ReadMax = 10_000;

    /// <summary>Ids dropped in one transaction: others write between two of them.</summary>
    private const int ForgetPiece = 5_000;

    /// <summary>What is kept of an error.</summary>
    private const int ErrorLengthMax = 2_000;

    private static readonly TimeSpan KeepAtLeast = TimeSpan.FromDays(1);

    public async Task<long?> AppendAsync(InboxDelivery delivery, CancellationToken cancellationToken)
    {
        var storable = delivery with { WebhookId = StoredText.Clean(delivery.WebhookId)!, Topic = StoredText.Clean(delivery.Topic)! };
        var began = engine.Time.GetTimestamp();
        var seq = await engine.WriteInInboxLaneAsync(new AppendDelivery(new StoredDelivery(storable, StoredBody.Of(delivery.Body)), engine.Dialect, cancellationToken));
        StorageSignals.AppendDuration.Record(engine.Time.GetElapsedTime(began).TotalSeconds);
        return seq;
    }

    public async Task<IReadOnlyList<InboxItem>> ReadDueAsync(
        TenantId tenant, DateTimeOffset now, int limit, IReadOnlyCollection<long> except, CancellationToken cancellationToken)
    {
        CheckLimit(limit);
        return await engine.ReadAsync(
            session => session.QueryAsync(
                InboxSql.Due(engine.Dialect),
                [("tenant", tenant.Value), ("now", now.Ms()), ("limit", (long)limit), ("except", JsonSerializer.Serialize(except))],
                row => Item(row, StoredBody.Read(row, InboxSql.AfterItem)),
                cancellationToken),
            cancellationToken);
    }

    public Task CompleteAsync(TenantId tenant, IReadOnlyList<long> inboxSeqs, CancellationToken cancellationToken)
    {
        var now = engine.NowMs();
        return inboxSeqs.Count == 0
            ? Task.CompletedTask
            : engine.WriteInLaneAsync(
                tenant,
                inboxSeqs.Count,
                async session =>
                {
                    await InboxCompletion.RunAsync(session, engine.Dialect, tenant, inboxSeqs, now);
                    return inboxSeqs.Count;
                },
                cancellationToken);
    }

    public Task RetryAsync(
        TenantId tenant, long inboxSeq, int attempts, DateTimeOffset dueAt, string error, CancellationToken cancellationToken) =>
        WriteAsync(
            InboxSql.Retry,
            [("tenant", tenant.Value), ("seq", inboxSeq), ("attempts", (long)attempts), ("due", dueAt.Ms()), ("error", Short(error))],
            cancellationToken);

    public Task BuryAsync(TenantId tenant, long inboxSeq, string error, CancellationToken cancellationToken) =>
        WriteAsync(
            InboxSql.Bury, [("tenant", tenant.Value), ("seq", inboxSeq), ("error", Short(error)), ("now", engine.NowMs())], cancellationToken);

    public async Task<IReadOnlyList<DeadLetter>> ListDeadAsync(long? beforeSeq, int limit, CancellationToken cancellationToken)
    {
        CheckLimit(limit);
        return await engine.ReadAsync(
            session => session.QueryAsync(
                InboxSql.Dead, [("before", beforeSeq ?? long.MaxValue), ("limit", (long)limit)], row => Dead(row, default), cancellationToken),
            cancellationToken);
    }

    public Task<DeadLetter?> FindDeadAsync(long inboxSeq, CancellationToken cancellationToken) =>
        engine.ReadAsync(
            session => session.FirstAsync(
                InboxSql.FindDead, [("seq", inboxSeq)], row => Dead(row, StoredBody.Read(row, InboxSql.AfterItem + 2)), cancellationToken),
            cancellationToken);

    public Task<TenantId?> ReplayAsync(long inboxSeq, CancellationToken cancellationToken)
    {
        (string, object?)[] parameters = [("seq", inboxSeq), ("now", engine.NowMs())];
        return engine.WriteAsync(
            session => session.FirstAsync(InboxSql.Replay, parameters, row => (TenantId?)TenantId.Parse(row.GetString(0)), CancellationToken.None),
            cancellationToken);
    }

    public async Task<bool> DiscardAsync(long inboxSeq, CancellationToken cancellationToken) =>
        await WriteAsync(InboxSql.Discard, [("seq", inboxSeq), ("now", engine.NowMs())], cancellationToken) > 0;

    public async Task<IReadOnlyList<TenantId>> ListWaitingTenantsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await engine.ReadAsync(
            session => session.QueryAsync(
                InboxSql.WaitingTenants, [("now", now.Ms())], row => TenantId.Parse(row.GetString(0)), cancellationToken),
            cancellationToken);

    public async Task<InboxDepth> MeasureAsync(CancellationToken cancellationToken) =>
        (await engine.ReadAsync(
            session => session.FirstAsync(
                InboxSql.Measure, [], row => new InboxDepth(row.GetInt64(0), row.GetInt64(1), row.TimeOrNull(2)), cancellationToken),
            cancellationToken))!;

    public async Task<InboxFlow> CountFlowAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        (await engine.ReadAsync(
            session => session.FirstAsync(InboxSql.Flow, [("since", since.Ms())], row => new InboxFlow(row.GetInt64(0), row.GetInt64(1)), cancellationToken),
            cancellationToken))!;

    public Task ProbeAsync(CancellationToken cancellationToken)
    {
        var now = engine.NowMs();
        return engine.WriteInInboxLaneAsync(new SingleWrite<int>(
            null, 1, session => session.ExecuteAsync(InboxSql.Probe, [("now", now)], CancellationToken.None), cancellationToken));
    }

    public async Task<int> ForgetAsync(DateTimeOffset doneBefore, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(doneBefore, engine.Time.GetUtcNow() - KeepAtLeast);
        (string, object?)[] parameters = [("before", doneBefore.Ms()), ("piece", (long)ForgetPiece)];
        var (forgotten, piece) = (0, ForgetPiece);
        while (piece == ForgetPiece)
        {
            piece = await WriteAsync(InboxSql.ForgetSome, parameters, cancellationToken);
            forgotten += piece;
        }

        return forgotten;
    }

    private static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ReadMax);
    }

    private static string Short(string error) => StoredText.Clean(error.Length <= ErrorLengthMax ? error : error[..ErrorLengthMax])!;

    private static InboxItem Item(DbDataReader row, ReadOnlyMemory<byte> body) => new(
        row.GetInt64(0),
        new InboxDelivery(TenantId.Parse(row.GetString(1)), row.GetString(2), row.GetString(3), row.TimeOrNull(4), row.Time(5), body) { TraceParent = row.Text(7) },
        row.GetInt32(6));

    private static DeadLetter Dead(DbDataReader row, ReadOnlyMemory<byte> body) =>
        new(Item(row, body), row.GetString(InboxSql.AfterItem), row.Time(InboxSql.AfterItem + 1));

    private Task<int> WriteAsync(string sql, (string, object?)[] parameters, CancellationToken cancellationToken) =>
        engine.WriteAsync(session => session.ExecuteAsync(sql, parameters, CancellationToken.None), cancellationToken);
}
