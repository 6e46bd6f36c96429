using System.Data.Common;

namespace XSight.Storage;

internal sealed class SyncRunStore(StoreEngine engine) : ISyncRunStore
{
    private const string Columns = """
        r.tenant, r.run_id, r.kind, r.phase, r.percent, r.customers_done, r.orders_done, r.customers_total, r.orders_total,
        r.rate_per_second, r.seconds_left, r.started_at, r.ended_at, r.message, r.revision
        """;

    private const string Save = """
        INSERT INTO sync_runs (
            tenant, run_id, kind, phase, percent, customers_done, orders_done, customers_total, orders_total,
            rate_per_second, seconds_left, started_at, ended_at, message, revision)
        VALUES (
            @tenant, @run, @kind, @phase, @percent, @customers_done, @orders_done, @customers_total, @orders_total,
            @rate, @seconds_left, @started_at, @ended_at, @message, @revision)
        ON CONFLICT (tenant, run_id) DO UPDATE SET
            kind = excluded.kind,
            phase = excluded.phase,
            percent = excluded.percent,
            customers_done = excluded.customers_done,
            orders_done = excluded.orders_done,
            customers_total = excluded.customers_total,
            orders_total = excluded.orders_total,
            rate_per_second = excluded.rate_per_second,
            seconds_left = excluded.seconds_left,
            started_at = excluded.started_at,
            ended_at = excluded.ended_at,
            message = excluded.message,
            revision = excluded.revision
        WHERE excluded.revision >= sync_runs.revision
        """;

    private const string Find = $"SELECT {Columns} FROM sync_runs r WHERE r.tenant = @tenant AND r.run_id = @run";

    private const string List = $"""
        SELECT {Columns} FROM sync_runs r WHERE r.tenant = @tenant
        ORDER BY r.started_at DESC, r.run_id DESC LIMIT @limit
        """;

    private const string Lately = $"""
        SELECT {Columns} FROM sync_runs r WHERE r.ended_at IS NULL OR r.ended_at >= @since
        ORDER BY r.started_at DESC, r.run_id DESC LIMIT @limit
        """;

    public Task SaveAsync(SyncProgress run, CancellationToken cancellationToken) =>
        engine.WriteAsync(session => session.ExecuteAsync(Save, Parameters(run), CancellationToken.None), cancellationToken);

    public async Task<IReadOnlyList<SyncProgress>> ListAsync(TenantId tenant, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ISyncRunStore.ListMax);
        return await engine.ReadAsync(
            session => session.QueryAsync(List, [("tenant", tenant.Value), ("limit", (long)limit)], Read, cancellationToken), cancellationToken);
    }

    public async Task<IReadOnlyList<SyncProgress>> ListLatelyAsync(DateTimeOffset endedSince, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ISyncRunStore.ListMax);
        return await engine.ReadAsync(
            session => session.QueryAsync(Lately, [("since", endedSince.Ms()), ("limit", (long)limit)], Read, cancellationToken), cancellationToken);
    }

    public Task<SyncProgress?> FindAsync(TenantId tenant, SyncRunId run, CancellationToken cancellationToken) =>
        engine.ReadAsync(
            session => session.FirstAsync(Find, [("tenant", tenant.Value), ("run", run.Value)], Read, cancellationToken), cancellationToken);

    private static (string, object?)[] Parameters(SyncProgress run) =>
    [
        ("tenant", run.Tenant.Value),
        ("run", run.Run.Value),
        ("kind", run.Kind.ToString()),
        ("phase", run.Phase.ToString()),
        ("percent", run.Percent),
        ("customers_done", run.CustomersDone),
        ("orders_done", run.OrdersDone),
        ("customers_total", run.CustomersTotal),
        ("orders_total", run.OrdersTotal),
        ("rate", run.RatePerSecond),
        ("seconds_left", run.SecondsLeft),
        ("started_at", run.StartedAt.Ms()),
        ("ended_at", run.EndedAt.Ms()),
        ("message", run.Message),
        ("revision", run.Revision),
    ];

    private static SyncProgress Read(DbDataReader row) => new()
    {
        Tenant = TenantId.Parse(row.GetString(0)),
        Run = SyncRunId.Parse(row.GetString(1)),
        Kind = Enum.Parse<SyncKind>(row.GetString(2)),
        Phase = Enum.Parse<SyncPhase>(row.GetString(3)),
        Percent = row.GetDouble(4),
        CustomersDone = row.GetInt64(5),
        OrdersDone = row.GetInt64(6),
        CustomersTotal = row.Number(7),
        OrdersTotal = row.Number(8),
        RatePerSecond = row.GetDouble(9),
        SecondsLeft = row.Real(10),
        StartedAt = row.Time(11),
        EndedAt = row.TimeOrNull(12),
        Message = row.Text(13),
        Revision = row.GetInt64(14),
    };
}
