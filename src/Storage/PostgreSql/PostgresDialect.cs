using Npgsql;

namespace XSight.Storage;

internal sealed class PostgresDialect : Dialect
{
    /// <summary>Makes missing rows and locks those that are there, in the given order.</summary>
    private const string HoldCounters = """
        INSERT INTO tenant_counters (tenant) SELECT unnest(@tenants)
        ON CONFLICT (tenant) DO UPDATE SET tenant = excluded.tenant
        """;

    private const string Append = """
        INSERT INTO webhook_inbox (tenant, webhook_id, topic, triggered_at, received_at, due_at, body)
        SELECT d.tenant, d.webhook_id, d.topic, d.triggered_at, d.received_at, d.received_at, d.body
        FROM unnest(@tenants, @ids, @topics, @triggered, @received, @bodies)
            AS d (tenant, webhook_id, topic, triggered_at, received_at, body)
        ON CONFLICT (tenant, webhook_id) DO NOTHING
        RETURNING tenant, webhook_id, inbox_seq
        """;

    public override string CreateStagedTables => EmbeddedSql.Read("postgresql/staged.sql");

    public override string Contains(string expression, string parameter) => $"strpos({expression}, {parameter}) > 0";

    public override string Numbers(string parameter) =>
        $"SELECT CAST(value AS bigint) AS id FROM json_array_elements_text(CAST({parameter} AS json))";

    /// <summary>Otherwise the planner prefers to read a table of millions whole, page after page.</summary>
    public override Task GoByIndexesAsync(Session session, CancellationToken cancellationToken) =>
        session.ExecuteAsync("SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off", [], cancellationToken);

    public override async Task AddAsync<TRow>(
        Session session, StagedTable<TRow> table, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
    {
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

    /// <summary>In the order of their keys: two processes that are given the same deliveries never wait for each other in a circle.</summary>
    public override async Task<IReadOnlyList<long?>> AppendToInboxAsync(
        Session session, IReadOnlyList<InboxDelivery> deliveries, CancellationToken cancellationToken)
    {
        var sorted = deliveries.OrderBy(d => d.Tenant.Value, StringComparer.Ordinal).ThenBy(d => d.WebhookId, StringComparer.Ordinal).ToList();
        (string, object?)[] columns =
        [
            ("tenants", sorted.Select(d => d.Tenant.Value).ToArray()),
            ("ids", sorted.Select(d => d.WebhookId).ToArray()),
            ("topics", sorted.Select(d => d.Topic).ToArray()),
            ("triggered", sorted.Select(d => d.TriggeredAt.Ms()).ToArray()),
            ("received", sorted.Select(d => d.ReceivedAt.Ms()).ToArray()),
            ("bodies", sorted.Select(d => d.Body.ToArray()).ToArray()),
        ];
        var appended = await session.QueryAsync(
            Append, columns, row => (Key: (row.GetString(0), row.GetString(1)), Seq: row.GetInt64(2)), cancellationToken);
        var seqs = appended.ToDictionary(a => a.Key, a => a.Seq);
        return [.. deliveries.Select(d => seqs.Remove((d.Tenant.Value, d.WebhookId), out var seq) ? seq : (long?)null)];
    }
}
