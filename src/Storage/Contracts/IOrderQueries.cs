namespace XSight.Storage;

public interface IOrderQueries
{
    const int RecentMax = 250;

    /// <summary>Counted orders by shop-calendar day, from and to inclusive; days without orders are absent.</summary>
    Task<IReadOnlyList<DaySales>> SalesByDayAsync(TenantId tenant, int fromDay, int toDay, CancellationToken cancellationToken);

    /// <summary>Over the same days: counted orders and, of their customers, how many are returning (had a counted order before).</summary>
    Task<PeriodSales> SalesAsync(TenantId tenant, int fromDay, int toDay, CancellationToken cancellationToken);

    /// <summary>The latest orders by processing time, newest first; at most <see cref="RecentMax"/>.</summary>
    Task<IReadOnlyList<RecentOrder>> RecentAsync(TenantId tenant, int limit, CancellationToken cancellationToken);

    /// <summary>All orders not deleted, counted or not.</summary>
    Task<long> CountAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Days with counted orders, first and last; null without any.</summary>
    Task<(int FirstDay, int LastDay)?> SpanAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Those of the orders that the tenant has and that are not deleted, in any sequence; at most <see cref="RecentMax"/> ids.</summary>
    Task<IReadOnlyList<RecentOrder>> FindAsync(TenantId tenant, IReadOnlyList<long> orderIds, CancellationToken cancellationToken);
}
