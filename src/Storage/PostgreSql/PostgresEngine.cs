using System.Data;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace XSight.Storage;

/// <summary>
/// One PostgreSQL database: a few lanes for facts, to which tenants are dealt by their name, a few for the inbox, and a pool for everything else. The server
/// gathers the small commits of the pool by itself; the lanes gather turns into statements.
/// </summary>
internal sealed class PostgresEngine : StoreEngine
{
    private const int Lanes = 4;

    /// <summary>While one waits for the disk, the next one is filled.</summary>
    private const int InboxLanes = 3;

    private const int PoolMax = 32;

    /// <summary>Statements of this program; each is parsed by the server once a connection.</summary>
    private const int PreparedMax = 200;

    private const int CommandTimeoutSeconds = 120;

    /// <summary>A migration may have to read the largest table, or wait for another process that does.</summary>
    private const int MigrationTimeoutSeconds = 3_600;

    /// <summary>Any number that no other program locks.</summary>
    private const string MigrationLock = "SELECT pg_advisory_xact_lock(8317987319222330741)";

    // A lane joins its few staged rows, of which the server has no statistics, with large tables by their keys: never by reading those whole.
    private const string LaneSettings = "SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_seqscan = off; SET max_parallel_workers_per_gather = 0; SET jit = off";

    private readonly NpgsqlDataSource _source;
    private readonly WriteLane[] _lanes;
    private readonly WriteLane[] _inboxLanes;
    private uint _appends;

    private PostgresEngine(NpgsqlDataSource source, TimeProvider time, ILogger log)
        : base(new PostgresDialect(), time)
    {
        _source = source;
        _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => NewLane(log))];
        _inboxLanes = [.. Enumerable.Range(0, InboxLanes).Select(_ => NewLane(log))];
    }

    public static async Task<PostgresEngine> OpenAsync(string url, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        var address = PostgresUrl.Parse(url);
        address.MaxPoolSize = PoolMax;
        address.MaxAutoPrepare = PreparedMax;
        address.AutoPrepareMinUsages = 2;
        address.CommandTimeout = CommandTimeoutSeconds;
        address.ApplicationName = "xsight";
        address.Timezone = "UTC";
        var engine = new PostgresEngine(NpgsqlDataSource.Create(address), time, log);
        try
        {
            await using var session = await ConnectPatientlyAsync(address, cancellationToken);
            var (version, applied) = await Migrator.RunAsync(
                session, EmbeddedSql.Migrations("postgresql"), MigrationLock, engine.NowMs(), cancellationToken);
            StorageLog.Opened(log, "PostgreSQL", version, applied);
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    public override async Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var session = await ConnectAsync(cancellationToken);
        return await read(session);
    }

    public override async Task<T> ReadSnapshotAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var session = await ConnectAsync(cancellationToken);
        await session.BeginAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var result = await read(session);
        await session.CommitAsync(cancellationToken);
        return result;
    }

    public override Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancellationToken) => ReadAsync(write, cancellationToken);

    public override Task<T> WriteInLaneAsync<T>(TenantId tenant, WriteOperation<T> operation) =>
        _lanes[(uint)tenant.GetHashCode() % Lanes].RunAsync(operation);

    /// <summary>In turn. The same delivery in two lanes at once is one: the second waits for the first one's commit.</summary>
    public override Task<T> WriteInInboxLaneAsync<T>(WriteOperation<T> operation) =>
        _inboxLanes[Interlocked.Increment(ref _appends) % InboxLanes].RunAsync(operation);

    /// <summary>The server's own log and its backups are the operator's.</summary>
    public override async Task PurgeAsync(CancellationToken cancellationToken)
    {
        await using var session = await ConnectAsync(cancellationToken);
        await session.ExecuteAsync("VACUUM customers, orders, webhook_inbox, webhook_bodies, grain_states", [], cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes.Concat(_inboxLanes))
        {
            await lane.DisposeAsync();
        }

        await _source.DisposeAsync();
    }

    private static async Task<Session> ConnectPatientlyAsync(NpgsqlConnectionStringBuilder address, CancellationToken cancellationToken)
    {
        var patient = new NpgsqlConnectionStringBuilder(address.ConnectionString) { CommandTimeout = MigrationTimeoutSeconds, Pooling = false };
        var connection = new NpgsqlConnection(patient.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return new Session(connection);
    }

    private WriteLane NewLane(ILogger log) => new(ConnectLaneAsync, Dialect, TaskScheduler.Default, TaskScheduler.Default, log);

    private async Task<Session> ConnectAsync(CancellationToken cancellationToken) => new(await _source.OpenConnectionAsync(cancellationToken));

    private async Task<Session> ConnectLaneAsync()
    {
        var session = await ConnectAsync(CancellationToken.None);
        await session.ExecuteAsync(LaneSettings, [], CancellationToken.None);
        await session.ExecuteAsync(Dialect.CreateStagedTables, [], CancellationToken.None);
        return session;
    }
}
