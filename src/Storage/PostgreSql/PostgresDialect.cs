using Npgsql;

namespace XSight.Storage;

internal sealed class PostgresDialect : Dialect
{
    /// <summary>Makes missing rows and locks those that are there, in the given order.</summary>
    private const string HoldCounters = """
        INSERT INTO tenant_counters (tenant) SELECT unnest(@tenants)
        ON CONFLICT (tenant) DO UPDATE SET tenant = excluded.tenant
        """;

    public override string CreateStagedTables => EmbeddedSql.Read("postgresql/staged.sql");

    public override string Contains(string expression, string parameter) => $"strpos({expression}, {parameter}) > 0";

    public override async Task StageAsync<TRow>(
        Session session, StagedTable<TRow> table, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync($"DELETE FROM {table.Name}", [], cancellationToken);
        if (rows.Count == 0)
        {
            return;
        }

        var connection = (NpgsqlConnection)session.Connection;
        await using var importer = await connection.BeginBinaryImportAsync(
            $"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await importer.StartRowAsync(cancellationToken);
            foreach (var column in table.Columns)
            {
                await column.CopyAsync(importer, row);
            }
        }

        await importer.CompleteAsync(cancellationToken);
    }

    public override Task HoldTenantsAsync(Session session, IReadOnlyList<TenantId> tenants, CancellationToken cancellationToken) =>
        session.ExecuteAsync(HoldCounters, [("tenants", tenants.Select(t => t.Value).ToArray())], cancellationToken);
}
