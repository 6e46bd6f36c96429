namespace XSight.Storage;

internal sealed class SqliteDialect : Dialect
{
    /// <summary>The one writer of the file needs no lock of its own; the row has to be there for the counters.</summary>
    private const string MakeCounters = "INSERT INTO tenant_counters (tenant) VALUES (@tenant) ON CONFLICT (tenant) DO NOTHING";

    public override string CreateStagedTables => EmbeddedSql.Read("sqlite/staged.sql");

    public override string Contains(string expression, string parameter) => $"instr({expression}, {parameter}) > 0";

    public override async Task StageAsync<TRow>(
        Session session, StagedTable<TRow> table, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync($"DELETE FROM {table.Name}", [], cancellationToken);
        if (rows.Count == 0)
        {
            return;
        }

        var columns = table.Columns;
        var insert = $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", columns.Select(c => "@" + c.Name))})";
        var command = session.Prepare(insert, [.. columns.Select(c => (c.Name, (object?)null))]);
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                command.Parameters[i].Value = columns[i].Value(row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public override async Task HoldTenantsAsync(Session session, IReadOnlyList<TenantId> tenants, CancellationToken cancellationToken)
    {
        foreach (var tenant in tenants)
        {
            await session.ExecuteAsync(MakeCounters, [("tenant", tenant.Value)], cancellationToken);
        }
    }
}
