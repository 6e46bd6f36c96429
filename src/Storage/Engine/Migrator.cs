using System.Data;

namespace XSight.Storage;

/// <summary>
/// Brings a database's schema up to this program's, in one transaction under the database's own lock: of two processes that start at
/// once the second one waits and finds nothing to do. A database of a newer program is left alone; its tables are a superset.
/// </summary>
internal static class Migrator
{
    private const string CreateVersions = """
        CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL PRIMARY KEY, name text NOT NULL, applied_at bigint NOT NULL)
        """;

    private const string ReadVersion = "SELECT COALESCE(max(version), 0) FROM schema_version";

    private const string AddVersion = "INSERT INTO schema_version (version, name, applied_at) VALUES (@version, @name, @at)";

    /// <param name="session">Its next transaction excludes every other migrator, once <paramref name="lockSql"/> has run in it.</param>
    /// <param name="lockSql">Null where beginning the transaction is lock enough.</param>
    public static async Task<(int Version, int Applied)> RunAsync(
        Session session, IReadOnlyList<Migration> migrations, string? lockSql, long nowMs, CancellationToken cancellationToken)
    {
        await session.BeginAsync(IsolationLevel.Unspecified, cancellationToken);
        if (lockSql is not null)
        {
            await session.ExecuteAsync(lockSql, [], cancellationToken);
        }

        await session.ExecuteAsync(CreateVersions, [], cancellationToken);
        var version = await session.FirstAsync(ReadVersion, [], row => row.GetInt32(0), cancellationToken);
        var pending = migrations.Where(m => m.Version > version).ToList();
        foreach (var migration in pending)
        {
            await session.ExecuteAsync(migration.Sql, [], cancellationToken);
            await session.ExecuteAsync(
                AddVersion, [("version", (long)migration.Version), ("name", migration.Name), ("at", nowMs)], cancellationToken);
        }

        await session.CommitAsync(cancellationToken);
        return (pending.Count > 0 ? pending[^1].Version : version, pending.Count);
    }
}
