using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace XSight.Storage;

internal sealed class SqliteDialect : Dialect
{
    /// <summary>The one writer of the file needs no lock of its own; the row has to be there for the counters.</summary>
    private const string MakeCounters = "INSERT INTO tenant_counters (tenant) VALUES (@tenant) ON CONFLICT (tenant) DO NOTHING";

    public override string CreateStagedTables => EmbeddedSql.Read("sqlite/staged.sql");

    public override string Contains(string expression, string parameter) => $"instr({expression}, {parameter}) > 0";

    /// <summary>Binds by position on SQLite's own interface: the driver looks every parameter up by its name for every row.</summary>
    public override async Task StageAsync<TRow>(
        Session session, StagedTable<TRow> table, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync($"DELETE FROM {table.Name}", [], cancellationToken);
        if (rows.Count == 0)
        {
            return;
        }

        var database = ((SqliteConnection)session.Connection).Handle!;
        var insert = $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))})";
        Check(raw.sqlite3_prepare_v2(database, insert, out var statement), database);
        using (statement)
        {
            foreach (var row in rows)
            {
                Insert(database, statement, table, row);
            }
        }
    }

    public override async Task HoldTenantsAsync(Session session, IReadOnlyList<TenantId> tenants, CancellationToken cancellationToken)
    {
        foreach (var tenant in tenants)
        {
            await session.ExecuteAsync(MakeCounters, [("tenant", tenant.Value)], cancellationToken);
        }
    }

    private static void Insert<TRow>(sqlite3 database, sqlite3_stmt statement, StagedTable<TRow> table, TRow row)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            Check(table.Columns[i].Bind(statement, i + 1, row), database);
        }

        var outcome = raw.sqlite3_step(statement);
        var reset = raw.sqlite3_reset(statement);
        Check(outcome == raw.SQLITE_DONE ? reset : outcome, database);
    }

    private static void Check(int outcome, sqlite3 database) => SqliteException.ThrowExceptionForRC(outcome, database);
}
