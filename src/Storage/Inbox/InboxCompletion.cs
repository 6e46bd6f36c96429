namespace XSight.Storage;

/// <summary>Marks deliveries as done inside the transaction that is their effect.</summary>
internal static class InboxCompletion
{
    /// <summary>A dead letter too: its effect is there now. CROSS JOIN holds SQLite to the staged ones.</summary>
    public const string Complete = """
        DELETE FROM webhook_bodies WHERE inbox_seq IN (
            SELECT w.inbox_seq FROM staged_deliveries s CROSS JOIN webhook_inbox w WHERE w.inbox_seq = s.inbox_seq AND w.tenant = s.tenant);
        UPDATE webhook_inbox SET state = 'done', body = NULL, error = NULL, ended_at = @now
        FROM staged_deliveries s
        WHERE webhook_inbox.inbox_seq = s.inbox_seq AND webhook_inbox.tenant = s.tenant AND webhook_inbox.state <> 'done'
        """;

    private static readonly StagedTable<StagedDelivery> Deliveries = new(
        "staged_deliveries",
        StagedColumn<StagedDelivery>.Text("tenant", r => r.Tenant.Value),
        StagedColumn<StagedDelivery>.Number("inbox_seq", r => r.InboxSeq));

    public static Task RunAsync(Session session, Dialect dialect, TenantId tenant, IReadOnlyList<long> inboxSeqs, long nowMs) =>
        RunAsync(session, dialect, [.. inboxSeqs.Select(seq => new StagedDelivery(tenant, seq))], nowMs);

    public static async Task RunAsync(Session session, Dialect dialect, IReadOnlyCollection<StagedDelivery> deliveries, long nowMs)
    {
        if (deliveries.Count > 0)
        {
            await dialect.StageAsync(session, Deliveries, deliveries, CancellationToken.None);
            await session.ExecuteAsync(Complete, [("now", nowMs)], CancellationToken.None);
        }
    }
}
