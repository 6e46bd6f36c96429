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
        var merged = await session.ExecuteAsync(MergeSql.Customers, [], CancellationToken.None);
        return merged == customers.Count ? merged : merged + await session.ExecuteAsync(MergeSql.Rekeyed, [], CancellationToken.None);
    }

    private static async Task<int> MergeOrdersAsync(Session session, Dialect dialect, IReadOnlyCollection<StagedOrder> orders, long nowMs)
    {
        var ranked = orders.Select((order, i) => order with { Rank = i + 1 }).ToList();
        var tellSales = ranked.Exists(o => o.TellsSales);
        await dialect.StageAsync(session, StagedFacts.Orders, ranked, CancellationToken.None);
        var someStored = await session.FirstAsync(OrderMergeSql.Admit, [], row => row.GetBoolean(0), CancellationToken.None);
        var settle = !someStored ? OrderMergeSql.SettleNew : tellSales ? OrderMergeSql.SettleSales : OrderMergeSql.Settle;
        await session.ExecuteAsync(settle, [], CancellationToken.None);
        if (tellSales)
        {
            await (someStored ? ReplaceSalesAsync(session, dialect, ranked) : AddSalesAsync(session, dialect, ranked, ranked));
        }

        var merged = await session.ExecuteAsync(someStored ? OrderMergeSql.Upsert : OrderMergeSql.Insert, [], CancellationToken.None);
        await session.ExecuteAsync(OrderMergeSql.Finish, [("now", nowMs)], CancellationToken.None);
        return merged;
    }

    /// <summary>Replaces the lines and refunds of the winners that tell other ones, before the winners themselves say so.</summary>
    private static async Task ReplaceSalesAsync(Session session, Dialect dialect, List<StagedOrder> ranked)
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

        await AddSalesAsync(session, dialect, changes.Where(c => c.Lines).Select(c => c.Order), changes.Where(c => c.Refunds).Select(c => c.Order));
    }

    private static async Task AddSalesAsync(Session session, Dialect dialect, IEnumerable<StagedOrder> lined, IEnumerable<StagedOrder> refunded)
    {
        await dialect.AddAsync(session, StagedFacts.Lines, [.. lined.SelectMany(o => o.Lines)], CancellationToken.None);
        await dialect.AddAsync(session, StagedFacts.Refunds, [.. refunded.SelectMany(o => o.Refunds)], CancellationToken.None);
    }
}
