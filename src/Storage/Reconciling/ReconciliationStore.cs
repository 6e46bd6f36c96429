using System.Data.Common;

namespace XSight.Storage;

internal sealed class ReconciliationStore(StoreEngine engine) : IReconciliationStore
{
    public Task<long> CountOrdersAsync(TenantId tenant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        engine.ReadAsync(
            session => session.FirstAsync(VersionSql.Count, Window(tenant, from, to), row => row.GetInt64(0), cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<OrderVersion>> ListVersionsAsync(TenantId tenant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        await engine.ReadAsync(
            session => session.QueryAsync(VersionSql.List, Window(tenant, from, to), ReadVersion, cancellationToken), cancellationToken);

    public async Task<IReadOnlyDictionary<long, OrderVersion>> FindVersionsAsync(
        TenantId tenant, IReadOnlyCollection<long> orderIds, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(orderIds.Count, IReconciliationStore.IdsMax);
        return await engine.ReadSnapshotAsync(
            async session =>
            {
                var found = new Dictionary<long, OrderVersion>(orderIds.Count);
                foreach (var id in orderIds)
                {
                    var rows = await session.QueryAsync(VersionSql.Find, [("tenant", tenant.Value), ("order", id)], ReadVersion, cancellationToken);
                    if (rows is [var version])
                    {
                        found[id] = version;
                    }
                }

                return found;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<DateTimeOffset>> CutAsync(
        TenantId tenant, DateTimeOffset from, DateTimeOffset to, int pieceOrders, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pieceOrders, 1);
        return await engine.ReadAsync(
            session => session.QueryAsync(
                VersionSql.Cut, [.. Window(tenant, from, to), ("piece", (long)pieceOrders)], row => row.Time(0), cancellationToken),
            cancellationToken);
    }

    public Task<DateTimeOffset?> OldestChangeAsync(TenantId tenant, CancellationToken cancellationToken) =>
        engine.ReadAsync(
            session => session.FirstAsync(VersionSql.Oldest, [("tenant", tenant.Value)], row => row.TimeOrNull(0), cancellationToken), cancellationToken);

    public Task SaveAsync(Reconciliation reconciliation, CancellationToken cancellationToken) =>
        engine.WriteAsync(session => session.ExecuteAsync(ReconciliationSql.Save, Parameters(reconciliation), CancellationToken.None), cancellationToken);

    public Task<Reconciliation?> FindLastCompleteAsync(TenantId tenant, bool wholeHistory, CancellationToken cancellationToken) =>
        engine.ReadAsync(
            session => session.FirstAsync(
                wholeHistory ? ReconciliationSql.LastWhole : ReconciliationSql.LastComplete, [("tenant", tenant.Value)], Read, cancellationToken),
            cancellationToken);

    public Task<ReconciliationPage> ListAsync(TenantId tenant, string? cursor, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, IReconciliationStore.PageMax);
        (string, object?)[] page = [("tenant", tenant.Value), ("limit", (long)limit + 1)];
        var sql = ReconciliationSql.FirstPage;
        if (cursor is not null)
        {
            var before = ReconciliationCursor.Parse(cursor);
            page = [.. page, ("before_at", before.StartedAtMs), ("before_run", before.Run.Value)];
            sql = ReconciliationSql.NextPage;
        }

        return engine.ReadSnapshotAsync(
            async session =>
            {
                var rows = await session.QueryAsync(sql, page, Read, cancellationToken);
                var total = await session.FirstAsync(ReconciliationSql.Count, [("tenant", tenant.Value)], row => row.GetInt64(0), cancellationToken);
                return rows.Count > limit
                    ? new ReconciliationPage(rows[..limit], ReconciliationCursor.Of(rows[limit - 1]).ToString(), total)
                    : new ReconciliationPage(rows, null, total);
            },
            cancellationToken);
    }

    private static (string, object?)[] Window(TenantId tenant, DateTimeOffset from, DateTimeOffset to) =>
        [("tenant", tenant.Value), ("from", from.Ms()), ("to", to.Ms())];

    private static OrderVersion ReadVersion(DbDataReader row) => new(row.GetInt64(0), row.Time(1), row.GetInt64(2), row.GetBoolean(3));

    private static (string, object?)[] Parameters(Reconciliation one) =>
    [
        ("tenant", one.Tenant.Value),
        ("run", one.Run.Value),
        ("started_at", one.StartedAt.Ms()),
        ("ended_at", one.EndedAt.Ms()),
        ("complete_to", one.CompleteTo.Ms()),
        ("days", (long)one.Days),
        ("whole_history", one.WholeHistory),
        ("orders_compared", one.OrdersCompared),
        ("orders_listed", one.OrdersListed),
        ("missing", (long)one.Missing),
        ("outdated", (long)one.Outdated),
        ("surplus", (long)one.Surplus),
        ("mended", (long)one.Mended),
        ("message", one.Message),
    ];

    private static Reconciliation Read(DbDataReader row) => new()
    {
        Tenant = TenantId.Parse(row.GetString(0)),
        Run = SyncRunId.Parse(row.GetString(1)),
        StartedAt = row.Time(2),
        EndedAt = row.Time(3),
        CompleteTo = row.TimeOrNull(4),
        Days = row.GetInt32(5),
        WholeHistory = row.GetBoolean(6),
        OrdersCompared = row.GetInt64(7),
        OrdersListed = row.GetInt64(8),
        Missing = row.GetInt32(9),
        Outdated = row.GetInt32(10),
        Surplus = row.GetInt32(11),
        Mended = row.GetInt32(12),
        Message = row.Text(13),
    };
}
