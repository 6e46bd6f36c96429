using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace XSight.Storage;

/// <summary>One SQLite file: a single writing connection on its own thread, and reading connections on a few more.</summary>
internal sealed class SqliteEngine : StoreEngine
{
    private const int ReadersMax = 4;

    /// <summary>For another process that holds the file's write lock.</summary>
    private const int BusyTimeoutSeconds = 60;

    // A commit is on the disk when it returns (synchronous=FULL); readers never wait for the writer (WAL). SqliteCheckpoints empties the
    // log long before the writer would have to. The size of pages holds for files made from now on: a deflated body and its row fit into one.
    private const string WriterSettings = """
        PRAGMA page_size = 8192;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -65536;
        PRAGMA wal_autocheckpoint = 65536;
        PRAGMA journal_size_limit = 268435456;
        """;

    private const string ReaderSettings = """
        PRAGMA query_only = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -16384;
        """;

    private readonly string _path;
    private readonly TaskScheduler _writing;
    private readonly TaskScheduler _answering;
    private readonly TaskScheduler _reading;
    private readonly ConcurrentBag<Session> _readers = [];
    private readonly SqliteCheckpoints _checkpoints;
    private readonly WriteLane _lane;

    /// <summary>Each connection is in one pair of hands at a time: SQLite need not lock it at every call.</summary>
    static SqliteEngine()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
    }

    private SqliteEngine(string path, TimeProvider time, ILogger log, Func<string, int, TaskScheduler> threads)
        : base(new SqliteDialect(), time)
    {
        _path = path;
        _writing = threads("xsight-sqlite-write", 1);
        _reading = threads("xsight-sqlite-read", ReadersMax);
        _checkpoints = new SqliteCheckpoints(() => ConnectAsync(WriterSettings), log, threads("xsight-sqlite-checkpoint", 1));
        _answering = threads("xsight-sqlite-answer", 1);
        _lane = new WriteLane(ConnectWriterAsync, Dialect, _writing, _answering, log, _checkpoints.AfterCommit);
    }

    /// <summary>Opens the file, makes it and its folder if need be, and applies pending migrations.</summary>
    public static Task<SqliteEngine> OpenAsync(string path, TimeProvider time, ILogger log, CancellationToken cancellationToken) =>
        OpenAsync(path, time, log, (name, count) => new DedicatedThreads(name, count), cancellationToken);

    /// <summary>The same with other threads than its own, given their name and number: a simulation has it run in its turns.</summary>
    public static async Task<SqliteEngine> OpenAsync(
        string path, TimeProvider time, ILogger log, Func<string, int, TaskScheduler> threads, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var engine = new SqliteEngine(full, time, log, threads);
        try
        {
            var (version, applied) = await engine._writing.RunAsync(() => engine.MigrateAsync(cancellationToken), cancellationToken);
            StorageLog.Opened(log, "SQLite", version, applied);
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    public override Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellationToken) =>
        _reading.RunAsync(() => WithReaderAsync(read, cancellationToken), cancellationToken);

    public override Task<T> ReadSnapshotAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(
            async session =>
            {
                await session.ExecuteAsync("BEGIN", [], cancellationToken);
                try
                {
                    return await read(session);
                }
                finally
                {
                    await session.ExecuteAsync("ROLLBACK", [], CancellationToken.None);
                }
            },
            cancellationToken);

    public override Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancellationToken) =>
        _lane.RunAsync(new SingleWrite<T>(null, 1, write, cancellationToken));

    public override Task<T> WriteInLaneAsync<T>(TenantId tenant, WriteOperation<T> operation) => _lane.RunAsync(operation);

    public override Task<T> WriteInInboxLaneAsync<T>(WriteOperation<T> operation) => _lane.RunAsync(operation);

    /// <summary>
    /// Writes the file anew without its free pages, and empties its log: both would still hold what was deleted. It runs on the writer's
    /// thread, so that writes queue up behind it and do not fail.
    /// </summary>
    public override Task PurgeAsync(CancellationToken cancellationToken) =>
        _writing.RunAsync(
            async () =>
            {
                await using var session = await ConnectAsync(WriterSettings);
                await session.ExecuteAsync("VACUUM", [], cancellationToken);
                var left = await session.FirstAsync("PRAGMA wal_checkpoint(TRUNCATE)", [], row => row.GetInt32(0), cancellationToken);
                return left == 0 ? left : throw new TimeoutException("A reader held the database's log; it could not be emptied.");
            },
            cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await _lane.DisposeAsync();
        await _checkpoints.DisposeAsync();
        (_writing as IDisposable)?.Dispose();
        (_answering as IDisposable)?.Dispose();
        (_reading as IDisposable)?.Dispose();
        while (_readers.TryTake(out var reader))
        {
            await reader.DisposeAsync();
        }
    }

    private async Task<(int Version, int Applied)> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var session = await ConnectAsync(WriterSettings);

        // Beginning a transaction takes the file's write lock (BEGIN IMMEDIATE): no further lock is needed.
        return await Migrator.RunAsync(session, EmbeddedSql.Migrations("sqlite"), null, NowMs(), cancellationToken);
    }

    private async Task<Session> ConnectWriterAsync()
    {
        var session = await ConnectAsync(WriterSettings);
        await session.ExecuteAsync(Dialect.CreateStagedTables, [], CancellationToken.None);
        return session;
    }

    private async Task<Session> ConnectAsync(string settings)
    {
        var address = new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = BusyTimeoutSeconds,
            Pooling = false,
        };
        var session = new Session(new SqliteConnection(address.ConnectionString));
        await session.Connection.OpenAsync();
        await session.ExecuteAsync(settings, [], CancellationToken.None);
        return session;
    }

    /// <summary>A session goes back only after it served well: one that failed may still be inside a transaction.</summary>
    private async Task<T> WithReaderAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var session = _readers.TryTake(out var idle) ? idle : await ConnectAsync(ReaderSettings);
        try
        {
            var result = await read(session);
            _readers.Add(session);
            return result;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }
}
