using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace XSight.Storage;

/// <summary>
/// Brings committed pages from the write-ahead log into the database file, on a thread and a connection of its own: done by the writer,
/// as SQLite does it by itself, every commit that comes meanwhile would wait for it. The writer brings over the little that it added in
/// the meantime; the log is then empty, and its next commit begins it anew in blocks that the disk already has.
/// </summary>
internal sealed class SqliteCheckpoints(Func<Task<Session>> connect, ILogger log, TaskScheduler copying) : IAsyncDisposable
{
    /// <summary>Pages written since the log was empty that make it worth emptying.</summary>
    private const int StartPages = 24_576;

    /// <summary>Each takes over what was written during the one before, and there is less of it each time.</summary>
    private const int Passes = 3;

    private const string MainDatabase = "main";

    private Task _copy = Task.CompletedTask;
    private Session? _session;
    private int _pages;
    private bool _started;

    /// <summary>Between two transactions, on the writer's thread.</summary>
    public void AfterCommit(Session writer)
    {
        var database = HandleOf(writer);
        if (raw.sqlite3_db_status(database, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, 1) == raw.SQLITE_OK)
        {
            _pages += written;
        }

        if (_started && _copy.IsCompleted)
        {
            CopyWhatIsThere(database);
            (_started, _pages) = (false, 0);
        }
        else if (!_started && _pages >= StartPages)
        {
            _started = true;
            _copy = copying.RunAsync(CopyAsync, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _copy;
        await (_session?.DisposeAsync() ?? ValueTask.CompletedTask);
        (copying as IDisposable)?.Dispose();
    }

    private static sqlite3 HandleOf(Session session) => ((SqliteConnection)session.Connection).Handle!;

    private async Task<bool> CopyAsync()
    {
        try
        {
            _session ??= await connect();
            for (var pass = 0; pass < Passes; pass++)
            {
                CopyWhatIsThere(HandleOf(_session));
            }
        }
        catch (SqliteException failure)
        {
            StorageLog.CheckpointFailed(log, failure);
        }

        return true;
    }

    /// <summary>Waits neither for readers nor for the writer. What it leaves, the next one finds; beyond the writer's own limit SQLite sees to it.</summary>
    private void CopyWhatIsThere(sqlite3 database)
    {
        var outcome = raw.sqlite3_wal_checkpoint_v2(database, MainDatabase, raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);
        if (outcome is not (raw.SQLITE_OK or raw.SQLITE_BUSY))
        {
            StorageLog.CheckpointFailed(log, new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), outcome));
        }
    }
}
