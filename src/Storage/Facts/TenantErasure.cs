namespace XSight.Storage;

/// <summary>
/// Removes a tenant, piece by piece, so that other tenants' writes get their turns between the pieces. It may stop anywhere and be
/// run again. Of the audit only the erasure itself is left.
/// </summary>
internal static class TenantErasure
{
    private const int PieceRows = 5_000;

    private const string SomeOrders = """
        DELETE FROM orders WHERE tenant = @tenant
        AND order_id IN (SELECT o.order_id FROM orders o WHERE o.tenant = @tenant ORDER BY o.order_id LIMIT @piece)
        """;

    private const string SomeLines = """
        DELETE FROM order_lines WHERE tenant = @tenant
        AND order_id IN (SELECT l.order_id FROM order_lines l WHERE l.tenant = @tenant ORDER BY l.order_id LIMIT @piece)
        """;

    private const string SomeRefunds = """
        DELETE FROM order_refunds WHERE tenant = @tenant
        AND order_id IN (SELECT r.order_id FROM order_refunds r WHERE r.tenant = @tenant ORDER BY r.order_id LIMIT @piece)
        """;

    private const string SomeCustomers = """
        DELETE FROM customers WHERE tenant = @tenant
        AND customer_id IN (SELECT c.customer_id FROM customers c WHERE c.tenant = @tenant ORDER BY c.customer_id LIMIT @piece)
        """;

    private const string SomeGroups = """
        DELETE FROM customer_groups WHERE tenant = @tenant
        AND customer_id IN (SELECT g.customer_id FROM customer_groups g WHERE g.tenant = @tenant ORDER BY g.customer_id LIMIT @piece)
        """;

    private const string DeliveriesOfPiece = "SELECT w.inbox_seq FROM webhook_inbox w WHERE w.tenant = @tenant ORDER BY w.webhook_id LIMIT @piece";

    private const string SomeDeliveries = $"""
        DELETE FROM webhook_bodies WHERE inbox_seq IN ({DeliveriesOfPiece});
        DELETE FROM webhook_inbox WHERE tenant = @tenant AND inbox_seq IN ({DeliveriesOfPiece})
        """;

    private static readonly string[] Pieces = [SomeLines, SomeRefunds, SomeOrders, SomeCustomers, SomeGroups, SomeDeliveries];

    /// <summary>Small tables; the counters last, since the lane makes them anew for every transaction.</summary>
    private static readonly string[] Whole =
    [
        "DELETE FROM group_transitions WHERE tenant = @tenant",
        "DELETE FROM customer_merges WHERE tenant = @tenant",
        "DELETE FROM sync_runs WHERE tenant = @tenant",
        "DELETE FROM customer_redactions WHERE tenant = @tenant",
        "DELETE FROM privacy_requests WHERE tenant = @tenant",
        $"DELETE FROM audit WHERE tenant = @tenant AND action <> '{AuditActions.ShopRedacted}'",
        "DELETE FROM grain_states WHERE grain_id LIKE '%/' || @tenant OR grain_id LIKE '%/' || @tenant || '/%'",
        "DELETE FROM reminders WHERE grain_id LIKE '%/' || @tenant OR grain_id LIKE '%/' || @tenant || '/%'",
        "DELETE FROM reconciliations WHERE tenant = @tenant",
        "DELETE FROM tenant_shops WHERE tenant = @tenant",
        "DELETE FROM tenant_counters WHERE tenant = @tenant",
    ];

    public static async Task RunAsync(StoreEngine engine, TenantId tenant, CancellationToken cancellationToken)
    {
        foreach (var piece in Pieces)
        {
            while (await RunAsync(engine, tenant, piece, [("tenant", tenant.Value), ("piece", (long)PieceRows)], cancellationToken) >= PieceRows)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        foreach (var whole in Whole)
        {
            await RunAsync(engine, tenant, whole, [("tenant", tenant.Value)], cancellationToken);
        }
    }

    private static Task<int> RunAsync(
        StoreEngine engine, TenantId tenant, string sql, (string, object?)[] parameters, CancellationToken cancellationToken) =>
        engine.WriteInLaneAsync(tenant, PieceRows, session => session.ExecuteAsync(sql, parameters, CancellationToken.None), cancellationToken);
}
