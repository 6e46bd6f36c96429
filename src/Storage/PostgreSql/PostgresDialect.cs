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
        INSERT INTO webhook_inbox (tenant, webhook_id, topic, triggered_at, received_at, due_at, trace_parent)
        SELECT d.tenant, d.webhook_id, d.topic, d.triggered_at, d.received_at, d.received_at, d.trace_parent
        FROM unnest(@tenants, @ids, @topics, @triggered, @received, @traces) AS d (tenant, webhook_id, topic, triggered_at, received_at, trace_parent)
        ON CONFLICT (tenant, webhook_id) DO NOTHING
        RETURNING tenant, webhook_id, inbox_seq
        """;

    private const string AppendBodies = "INSERT INTO webhook_bodies (inbox_seq, body, unpacked_bytes) SELECT * FROM unnest(@seqs, @bodies, @lengths)";

    /// <summary>The share of touched customers swings between all, during a sync, and none: a plan made for the one reads every order for the other.</summary>
    private const string ByKeys = "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_seqscan = off; SET LOCAL jit = off";

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

    public override Task PlanByKeysAsync(Session session, CancellationToken cancellationToken) => session.ExecuteAsync(ByKeys, [], cancellationToken);

    /// <summary>In the order of their keys: two processes that are given the same deliveries never wait for each other in a circle.</summary>
    public override async Task<IReadOnlyList<long?>> AppendToInboxAsync(
        Session session, IReadOnlyList<StoredDelivery> deliveries, CancellationToken cancellationToken)
    {
        var sorted = deliveries
            .OrderBy(d => d.Delivery.Tenant.Value, StringComparer.Ordinal).ThenBy(d => d.Delivery.WebhookId, StringComparer.Ordinal).ToList();
        (string, object?)[] columns =
        [
            ("tenants", sorted.Select(d => d.Delivery.Tenant.Value).ToArray()),
            ("ids", sorted.Select(d => d.Delivery.WebhookId).ToArray()),
            ("topics", sorted.Select(d => d.Delivery.Topic).ToArray()),
            ("triggered", sorted.Select(d => d.Delivery.TriggeredAt.Ms()).ToArray()),
            ("received", sorted.Select(d => d.Delivery.ReceivedAt.Ms()).ToArray()),
            ("traces", sorted.Select(d => d.Delivery.TraceParent).ToArray()),
        ];
        var appended = await session.QueryAsync(
            Append, columns, row => (Key: (row.GetString(0), row.GetString(1)), Seq: row.GetInt64(2)), cancellationToken);
        var seqs = appended.ToDictionary(a => a.Key, a => a.Seq);
        var placed = deliveries.Select(d => (d.Body, Seq: seqs.Remove((d.Delivery.Tenant.Value, d.Delivery.WebhookId), out var seq) ? seq : (long?)null)).ToList();
        var taken = placed.Where(p => p.Seq is not null).ToList();
        (string, object?)[] bodies =
        [
            ("seqs", taken.Select(p => p.Seq!.Value).ToArray()),
            ("bodies", taken.Select(p => p.Body.Bytes.ToArray()).ToArray()),
            ("lengths", taken.Select(p => p.Body.UnpackedBytes).ToArray()),
        ];
        await session.ExecuteAsync(AppendBodies, bodies, cancellationToken);
        return [.. placed.Select(p => p.Seq)];
    }
}
