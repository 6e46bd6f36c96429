namespace XSight.Storage;

/// <summary>Statements over the inbox. States stand in them as words, so that the planner sees the partial indexes' conditions.</summary>
internal static class InboxSql
{
    private const string Columns = "w.inbox_seq, w.tenant, w.webhook_id, w.topic, w.triggered_at, w.received_at, w.attempts, w.trace_parent";

    /// <summary>The ordinals after the columns every item has.</summary>
    public const int AfterItem = 8;

    public static string Due(Dialect dialect) => $"""
        SELECT {Columns}, {StoredBody.Columns} FROM webhook_inbox w {StoredBody.Join}
        WHERE w.state = 'waiting' AND w.tenant = @tenant AND w.due_at <= @now AND w.inbox_seq NOT IN ({dialect.Numbers("@except")})
        ORDER BY w.due_at, w.inbox_seq LIMIT @limit
        """;

    public const string Retry = """
        UPDATE webhook_inbox SET attempts = @attempts, due_at = @due, error = @error
        WHERE inbox_seq = @seq AND tenant = @tenant AND state = 'waiting'
        """;

    public const string Bury = """
        UPDATE webhook_inbox SET state = 'dead', attempts = attempts + 1, error = @error, ended_at = @now
        WHERE inbox_seq = @seq AND tenant = @tenant AND state = 'waiting'
        """;

    public const string Dead = $"""
        SELECT {Columns}, w.error, w.ended_at FROM webhook_inbox w
        WHERE w.state = 'dead' AND w.inbox_seq < @before
        ORDER BY w.inbox_seq DESC LIMIT @limit
        """;

    public const string FindDead = $"""
        SELECT {Columns}, w.error, w.ended_at, {StoredBody.Columns} FROM webhook_inbox w {StoredBody.Join}
        WHERE w.state = 'dead' AND w.inbox_seq = @seq
        """;

    public const string Replay = """
        UPDATE webhook_inbox SET state = 'waiting', attempts = 0, due_at = @now, error = NULL, ended_at = NULL
        WHERE inbox_seq = @seq AND state = 'dead'
        RETURNING tenant
        """;

    public const string Discard = """
        DELETE FROM webhook_bodies WHERE inbox_seq IN (SELECT w.inbox_seq FROM webhook_inbox w WHERE w.inbox_seq = @seq AND w.state = 'dead');
        UPDATE webhook_inbox SET state = 'done', body = NULL, error = NULL, ended_at = @now WHERE inbox_seq = @seq AND state = 'dead'
        """;

    /// <summary>Jumps through the index from tenant to tenant: a deep inbox of one costs no more than an empty one.</summary>
    public const string WaitingTenants = """
        WITH RECURSIVE jump (tenant) AS (
            SELECT min(w.tenant) FROM webhook_inbox w WHERE w.state = 'waiting'
            UNION ALL
            SELECT (SELECT min(w.tenant) FROM webhook_inbox w WHERE w.state = 'waiting' AND w.tenant > jump.tenant)
            FROM jump WHERE jump.tenant IS NOT NULL)
        SELECT jump.tenant FROM jump
        WHERE jump.tenant IS NOT NULL
          AND EXISTS (SELECT 1 FROM webhook_inbox w WHERE w.state = 'waiting' AND w.tenant = jump.tenant AND w.due_at <= @now)
        """;

    public const string Measure = """
        SELECT
            (SELECT count(*) FROM webhook_inbox w WHERE w.state = 'waiting'),
            (SELECT count(*) FROM webhook_inbox w WHERE w.state = 'dead'),
            (SELECT min(w.received_at) FROM webhook_inbox w WHERE w.state = 'waiting')
        """;

    /// <summary>What is done was received and ended: of the deliveries received since, those not waiting ended since, too.</summary>
    public const string Flow = """
        SELECT
            (SELECT count(*) FROM webhook_inbox w WHERE w.state = 'waiting' AND w.received_at >= @since)
                + (SELECT count(*) FROM webhook_inbox w WHERE w.state = 'dead' AND w.received_at >= @since)
                + (SELECT count(*) FROM webhook_inbox w WHERE w.state = 'done' AND w.ended_at >= @since AND w.received_at >= @since),
            (SELECT count(*) FROM webhook_inbox w WHERE w.state = 'done' AND w.ended_at >= @since)
        """;

    public const string Probe = """
        INSERT INTO inbox_probe (probe, probed_at) VALUES (1, @now) ON CONFLICT (probe) DO UPDATE SET probed_at = excluded.probed_at
        """;

    public const string ForgetSome = """
        DELETE FROM webhook_inbox WHERE inbox_seq IN (
            SELECT w.inbox_seq FROM webhook_inbox w WHERE w.state = 'done' AND w.ended_at < @before ORDER BY w.ended_at LIMIT @piece)
        """;
}
