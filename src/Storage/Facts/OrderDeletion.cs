namespace XSight.Storage;

/// <summary>Makes a tombstone of an order of which only the id is known, inside a lane's transaction that holds the tenant.</summary>
internal static class OrderDeletion
{
    public const string Find = $"SELECT {FactRows.OrderColumns} FROM orders o WHERE o.tenant = @tenant AND o.order_id = @order";

    /// <returns>The customer that had the order; null without one, or when the store has told something newer of the order.</returns>
    public static async Task<long?> RunAsync(Session session, Dialect dialect, TenantId tenant, long orderId, DateTimeOffset at, long nowMs)
    {
        var stored = await session.FirstAsync(Find, [("tenant", tenant.Value), ("order", orderId)], FactRows.Order, CancellationToken.None);
        var row = stored ?? new OrderRow(Unknown(orderId, at), Day: 0, Counted: false);
        var tombstone = row with { Fact = row.Fact with { UpdatedAt = at, Deleted = true }, Counted = false };
        var (_, merged) = await FactMerge.RunAsync(session, dialect, [], [new StagedOrder(tenant, tombstone, null, null, nowMs)], nowMs);
        return merged == 0 ? null : tombstone.Fact.CustomerId;
    }

    /// <summary>Nobody reads what a tombstone says; a newer fact replaces it whole.</summary>
    private static OrderFact Unknown(long orderId, DateTimeOffset at) => new()
    {
        OrderId = orderId,
        Name = "",
        UpdatedAt = at,
        CreatedAt = at,
        ProcessedAt = at,
        GrossMinor = 0,
        NetMinor = 0,
        Currency = "",
    };
}
