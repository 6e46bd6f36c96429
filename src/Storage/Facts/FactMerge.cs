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
        return await session.ExecuteAsync(MergeSql.Customers, [], CancellationToken.None);
    }

    private static async Task<int> MergeOrdersAsync(Session session, Dialect dialect, IReadOnlyCollection<StagedOrder> orders, long nowMs)
    {
        var ranked = orders.Select((order, i) => order with { Rank = i + 1 }).ToList();
        var tellSales = ranked.Exists(o => o.TellsSales);
        await dialect.StageAsync(session, StagedFacts.Orders, ranked, CancellationToken.None);
        await session.ExecuteAsync(tellSales ? OrderMergeSql.SettleSales : OrderMergeSql.Settle, [], CancellationToken.None);
        if (tellSales)
        {
            await MergeSalesAsync(session, dialect, ranked);
        }

        var merged = await session.ExecuteAsync(OrderMergeSql.Orders, [], CancellationToken.None);
        await session.ExecuteAsync(OrderMergeSql.Finish, [("now", nowMs)], CancellationToken.None);
        return merged;
    }

    /// <summary>Replaces the lines and refunds of the winners that tell other ones, before the winners themselves say so.</summary>
    private static async Task MergeSalesAsync(Session session, Dialect dialect, List<StagedOrder> ranked)
    {
        var changes = await session.QueryAsync(
            OrderMergeSql.FindSales,
            [],
            row => (Order: ranked[(int)row.GetInt64(0) - 1], Lines: row.GetBoolean(1), Refunds: row.GetBoolean(2), Stored: row.GetBoolean(3)),
            CancellationToken.None);
        if (changes.Exists(c => c.Stored))
        {
            await session.ExecuteAsync(OrderMergeSql.DropSales, [], CancellationToken.None);
        }

        await dialect.AddAsync(session, StagedFacts.Lines, [.. changes.Where(c => c.Lines).SelectMany(c => c.Order.Lines)], CancellationToken.None);
        await dialect.AddAsync(session, StagedFacts.Refunds, [.. changes.Where(c => c.Refunds).SelectMany(c => c.Order.Refunds)], CancellationToken.None);
    }
}
