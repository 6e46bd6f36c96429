namespace XSight.Storage;

/// <summary>The history of comparisons.</summary>
internal static class ReconciliationSql
{
    private const string Columns = """
        r.tenant, r.run_id, r.started_at, r.ended_at, r.complete_to, r.days, r.whole_history, r.orders_compared, r.orders_listed,
        r.missing, r.outdated, r.surplus, r.mended, r.message
        """;

    public const string Save = """
        INSERT INTO reconciliations (
            tenant, run_id, started_at, ended_at, complete_to, days, whole_history, orders_compared, orders_listed,
            missing, outdated, surplus, mended, message)
        VALUES (
            @tenant, @run, @started_at, @ended_at, @complete_to, @days, @whole_history, @orders_compared, @orders_listed,
            @missing, @outdated, @surplus, @mended, @message)
        ON CONFLICT (tenant, run_id) DO UPDATE SET
            started_at = excluded.started_at,
            ended_at = excluded.ended_at,
            complete_to = excluded.complete_to,
            days = excluded.days,
            whole_history = excluded.whole_history,
            orders_compared = excluded.orders_compared,
            orders_listed = excluded.orders_listed,
            missing = excluded.missing,
            outdated = excluded.outdated,
            surplus = excluded.surplus,
            mended = excluded.mended,
            message = excluded.message
        """;

    public const string Count = "SELECT count(*) FROM reconciliations r WHERE r.tenant = @tenant";

    public const string FirstPage = $"""
        SELECT {Columns} FROM reconciliations r WHERE r.tenant = @tenant
        ORDER BY r.started_at DESC, r.run_id DESC LIMIT @limit
        """;

    public const string NextPage = $"""
        SELECT {Columns} FROM reconciliations r WHERE r.tenant = @tenant AND (r.started_at, r.run_id) < (@before_at, @before_run)
        ORDER BY r.started_at DESC, r.run_id DESC LIMIT @limit
        """;

    public const string LastComplete = $"""
        SELECT {Columns} FROM reconciliations r WHERE r.tenant = @tenant AND r.complete_to IS NOT NULL
        ORDER BY r.started_at DESC, r.run_id DESC LIMIT 1
        """;

    public const string LastWhole = $"""
        SELECT {Columns} FROM reconciliations r WHERE r.tenant = @tenant AND r.complete_to IS NOT NULL AND r.whole_history
        ORDER BY r.started_at DESC, r.run_id DESC LIMIT 1
        """;
}
