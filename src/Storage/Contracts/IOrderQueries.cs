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

    /// <summary>A page of orders, newest first. Keyset paging: the cursor is opaque and belongs to its query.</summary>
    /// <exception cref="CursorFormatException">The cursor is not one of this query's.</exception>
    Task<OrderPage> ListAsync(TenantId tenant, OrderListQuery query, CancellationToken cancellationToken);

    /// <summary>One order that is not deleted, with its lines by id and its refunds oldest first.</summary>
    Task<OrderDetail?> FindAsync(TenantId tenant, long orderId, CancellationToken cancellationToken);

    /// <summary>All orders not deleted, counted or not.</summary>
    Task<long> CountAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Days with counted orders, first and last; null without any.</summary>
    Task<(int FirstDay, int LastDay)?> SpanAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Those of the orders that the tenant has and that are not deleted, in any sequence; at most <see cref="RecentMax"/> ids.</summary>
    Task<IReadOnlyList<RecentOrder>> FindAsync(TenantId tenant, IReadOnlyList<long> orderIds, CancellationToken cancellationToken);
}
