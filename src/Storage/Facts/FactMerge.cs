namespace XSight.Storage;

/// <summary>Merges staged facts inside a lane's transaction that holds their tenants.</summary>
internal static class FactMerge
{
    /// <summary>Merges facts of one tenant or several, each entity at most once.</summary>
    /// <returns>How many customers and orders won.</returns>
    public static async Task<(int Customers, int Orders)> RunAsync(
        Session session, Dialect dialect, IReadOnlyCollection<StagedCustomer> customers, IReadOnlyCollection<StagedOrder> orders, long nowMs)
    {
        var customersMerged = customers.Count == 0 ? 0 : await MergeCustomersAsync(session, dialect, customers);
        var ordersMerged = orders.Count == 0 ? 0 : await MergeOrdersAsync(session, dialect, orders, nowMs);
        return (customersMerged, ordersMerged);
    }

    private static async Task<int> MergeCustomersAsync(Session session, Dialect dialect, IReadOnlyCollection<StagedCustomer> customers)
    {
        await dialect.StageAsync(session, StagedFacts.Customers, customers, CancellationToken.None);
        await session.ExecuteAsync(MergeSql.KeepGone, [], CancellationToken.None);
        await session.ExecuteAsync(MergeSql.KeepRedacted, [], CancellationToken.None);
        return await session.ExecuteAsync(MergeSql.Customers, [], CancellationToken.None);
    }

    private static async Task<int> MergeOrdersAsync(Session session, Dialect dialect, IReadOnlyCollection<StagedOrder> orders, long nowMs)
    {
        await dialect.StageAsync(session, StagedFacts.Orders, orders, CancellationToken.None);
        await session.ExecuteAsync(MergeSql.RedirectOrders, [], CancellationToken.None);
        await session.ExecuteAsync(MergeSql.KeepRedactedOrders, [], CancellationToken.None);
        await session.ExecuteAsync(MergeSql.DropStaleOrders, [], CancellationToken.None);
        await session.ExecuteAsync(MergeSql.ClearTouches, [], CancellationToken.None);
        await session.ExecuteAsync(MergeSql.FindTouches, [], CancellationToken.None);
        var merged = await session.ExecuteAsync(MergeSql.Orders, [], CancellationToken.None);
        await session.ExecuteAsync(MergeSql.TouchCustomers, [("now", nowMs)], CancellationToken.None);
        return merged;
    }
}
