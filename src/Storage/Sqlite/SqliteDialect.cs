using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace XSight.Storage;

internal sealed class SqliteDialect : Dialect
{
    /// <summary>The one writer of the file needs no lock of its own; the row has to be there for the counters.</summary>
    private const string MakeCounters = "INSERT INTO tenant_counters (tenant) VALUES (@tenant) ON CONFLICT (tenant) DO NOTHING";

    private const string Append = """
        INSERT INTO webhook_inbox (tenant, webhook_id, topic, triggered_at, received_at, due_at, trace_parent)
        VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6)
        ON CONFLICT (tenant, webhook_id) DO NOTHING
        """;

    private const string AppendBody = "INSERT INTO webhook_bodies (inbox_seq, body, unpacked_bytes) VALUES (?1, ?2, ?3)";

    public override string CreateStagedTables => EmbeddedSql.Read("sqlite/staged.sql");

    public override string Contains(string expression, string parameter) => $"instr({expression}, {parameter}) > 0";

    public override string Numbers(string parameter) => $"SELECT value AS id FROM json_each({parameter})";

    /// <summary>It does so by itself: its only join is the nested loop.</summary>
    public override Task GoByIndexesAsync(Session session, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Binds by position on SQLite's own interface: the driver looks every parameter up by its name for every row.</summary>
    public override Task AddAsync<TRow>(
        Session session, StagedTable<TRow> table, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return Task.CompletedTask;
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

        return Task.CompletedTask;
    }

    public override async Task HoldTenantsAsync(Session session, IReadOnlyList<TenantId> tenants, CancellationToken cancellationToken)
    {
        foreach (var tenant in tenants)
        {
            await session.ExecuteAsync(MakeCounters, [("tenant", tenant.Value)], cancellationToken);
        }
    }

    /// <summary>On SQLite's own interface: thousands a second, whose bytes go from the request into the page without a copy in between.</summary>
    public override Task<IReadOnlyList<long?>> AppendToInboxAsync(
        Session session, IReadOnlyList<StoredDelivery> deliveries, CancellationToken cancellationToken)
    {
        var database = ((SqliteConnection)session.Connection).Handle!;
        Check(raw.sqlite3_prepare_v2(database, Append, out var append), database);
        using (append)
        {
            Check(raw.sqlite3_prepare_v2(database, AppendBody, out var appendBody), database);
            using (appendBody)
            {
                return Task.FromResult<IReadOnlyList<long?>>([.. deliveries.Select(delivery => AppendOne(database, append, appendBody, delivery))]);
            }
        }
    }

    private static long? AppendOne(sqlite3 database, sqlite3_stmt statement, sqlite3_stmt bodyStatement, StoredDelivery stored)
    {
        var delivery = stored.Delivery;
        Check(raw.sqlite3_bind_text(statement, 1, delivery.Tenant.Value), database);
        Check(raw.sqlite3_bind_text(statement, 2, delivery.WebhookId), database);
        Check(raw.sqlite3_bind_text(statement, 3, delivery.Topic), database);
        Check(
            delivery.TriggeredAt is { } at ? raw.sqlite3_bind_int64(statement, 4, at.Ms()) : raw.sqlite3_bind_null(statement, 4), database);
        Check(raw.sqlite3_bind_int64(statement, 5, delivery.ReceivedAt.Ms()), database);
        Check(delivery.TraceParent is { } trace ? raw.sqlite3_bind_text(statement, 6, trace) : raw.sqlite3_bind_null(statement, 6), database);
        Step(database, statement);
        if (raw.sqlite3_changes(database) == 0)
        {
            return null;
        }

        var seq = raw.sqlite3_last_insert_rowid(database);
        AppendBodyOf(database, bodyStatement, seq, stored.Body);
        return seq;
    }

    private static void AppendBodyOf(sqlite3 database, sqlite3_stmt statement, long seq, StoredBody body)
    {
        Check(raw.sqlite3_bind_int64(statement, 1, seq), database);
        Check(raw.sqlite3_bind_blob(statement, 2, body.Bytes.Span), database);
        Check(body.UnpackedBytes is { } length ? raw.sqlite3_bind_int64(statement, 3, length) : raw.sqlite3_bind_null(statement, 3), database);
        Step(database, statement);
    }

    private static void Insert<TRow>(sqlite3 database, sqlite3_stmt statement, StagedTable<TRow> table, TRow row)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            Check(table.Columns[i].Bind(statement, i + 1, row), database);
        }

        Step(database, statement);
    }

    private static void Step(sqlite3 database, sqlite3_stmt statement)
    {
        var outcome = raw.sqlite3_step(statement);
        var reset = raw.sqlite3_reset(statement);
        Check(outcome == raw.SQLITE_DONE ? reset : outcome, database);
    }

    private static void Check(int outcome, sqlite3 database) => SqliteException.ThrowExceptionForRC(outcome, database);
}
