namespace XSight.Storage;

/// <summary>
/// Merges one customer into another inside a lane's transaction that holds the tenant. The pointer from the gone to the kept one stays:
/// every later fact passes by it (<see cref="OrderMergeSql.Admit"/>, <see cref="MergeSql.KeepGone"/>), so that it does not matter
/// whether a fact or the merge came first.
/// </summary>
internal static class CustomerMerge
{
    public const string FindKept = "SELECT m.kept_id FROM customer_merges m WHERE m.tenant = @tenant AND m.gone_id = @customer";

    public const string MoveOrders = """
        UPDATE orders SET customer_id = @kept WHERE tenant = @tenant AND customer_id = @gone AND NOT deleted
        """;

    /// <summary>Who was merged into the gone one before is now in the kept one too.</summary>
    private const string MovePointers = "UPDATE customer_merges SET kept_id = @kept WHERE tenant = @tenant AND kept_id = @gone";

    private const string AddPointer = "INSERT INTO customer_merges (tenant, gone_id, kept_id, merged_at) VALUES (@tenant, @gone, @kept, @at)";

    private const string BuryGone = """
        INSERT INTO customers (tenant, customer_id, updated_at, arrived_at, created_at, tags, deleted, search_text, facts_version)
        VALUES (@tenant, @gone, 0, @now, 0, '[]', true, '', 1)
        ON CONFLICT (tenant, customer_id) DO UPDATE SET deleted = true, facts_version = customers.facts_version + 1
        """;

    private const string TouchKept = """
        INSERT INTO customers (tenant, customer_id, updated_at, arrived_at, created_at, tags, deleted, search_text, facts_version)
        VALUES (@tenant, @kept, 0, @now, 0, '[]', false, '', 1)
        ON CONFLICT (tenant, customer_id) DO UPDATE SET facts_version = customers.facts_version + 1
        """;

    /// <summary>Changes nothing when the gone one is merged already, or when the two are one by way of others.</summary>
    public static async Task RunAsync(Session session, TenantId tenant, long keptId, long goneId, DateTimeOffset at, long nowMs)
    {
        var kept = await FindKeptAsync(session, tenant, keptId) ?? keptId;
        if (kept == goneId || await FindKeptAsync(session, tenant, goneId) is not null)
        {
            return;
        }

        (string, object?)[] pair = [("tenant", tenant.Value), ("kept", kept), ("gone", goneId)];
        await session.ExecuteAsync(MoveOrders, pair, CancellationToken.None);
        await session.ExecuteAsync(MovePointers, pair, CancellationToken.None);
        await session.ExecuteAsync(AddPointer, [.. pair, ("at", at.Ms())], CancellationToken.None);
        await session.ExecuteAsync(BuryGone, [("tenant", tenant.Value), ("gone", goneId), ("now", nowMs)], CancellationToken.None);
        await session.ExecuteAsync(TouchKept, [("tenant", tenant.Value), ("kept", kept), ("now", nowMs)], CancellationToken.None);
    }

    private static Task<long?> FindKeptAsync(Session session, TenantId tenant, long customerId) =>
        session.FirstAsync(FindKept, [("tenant", tenant.Value), ("customer", customerId)], row => (long?)row.GetInt64(0), CancellationToken.None);
}
