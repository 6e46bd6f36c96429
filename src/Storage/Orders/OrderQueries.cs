using System.Data.Common;

namespace XSight.Storage;

internal sealed class OrderQueries(StoreEngine engine) : IOrderQueries
{
    public const string ByDay = """
        SELECT o.day, count(*), CAST(sum(o.net_minor) AS bigint)
        FROM orders o WHERE o.tenant = @tenant AND o.counted AND o.day BETWEEN @from AND @to
        GROUP BY o.day ORDER BY o.day
        """;

    /// <summary>
    /// A buyer is returning by a second order in the period, or by one before it; the orders themselves say so, not the metrics. The sign
    /// before the day keeps the planner from walking the index of days for each buyer: a buyer's own orders are few.
    /// </summary>
    private const string Period = """
        SELECT COALESCE(sum(b.orders), 0), CAST(COALESCE(sum(b.net_minor), 0) AS bigint), count(b.customer_id),
            COALESCE(sum(CASE WHEN b.customer_id IS NOT NULL AND (b.orders > 1 OR EXISTS (
                SELECT 1 FROM orders e
                WHERE e.tenant = @tenant AND e.customer_id = b.customer_id AND NOT e.deleted AND e.counted AND +e.day < @from)) THEN 1 ELSE 0 END), 0)
        FROM (
            SELECT o.customer_id, count(*) AS orders, sum(o.net_minor) AS net_minor
            FROM orders o WHERE o.tenant = @tenant AND o.counted AND o.day BETWEEN @from AND @to
            GROUP BY o.customer_id) b
        """;

    public const string Recent = """
        SELECT page.order_id, page.name, page.processed_at, page.net_minor, page.counted, page.financial_status, page.customer_id,
            c.first_name, c.last_name
        FROM (SELECT * FROM orders o WHERE o.tenant = @tenant AND NOT o.deleted ORDER BY o.processed_at DESC, o.order_id DESC LIMIT @limit) page
        LEFT JOIN customers c ON c.tenant = page.tenant AND c.customer_id = page.customer_id
        ORDER BY page.processed_at DESC, page.order_id DESC
        """;

    /// <summary>Of the columns of <see cref="Recent"/>.</summary>
    private const string FindAll = """
        SELECT o.order_id, o.name, o.processed_at, o.net_minor, o.counted, o.financial_status, o.customer_id, c.first_name, c.last_name
        FROM orders o LEFT JOIN customers c ON c.tenant = o.tenant AND c.customer_id = o.customer_id
        WHERE o.tenant = @tenant AND NOT o.deleted AND o.order_id IN
        """;

    private const string Count = "SELECT t.orders FROM tenant_counters t WHERE t.tenant = @tenant";

    public const string Span = """
        SELECT (SELECT min(f.day) FROM orders f WHERE f.tenant = @tenant AND f.counted),
            (SELECT max(l.day) FROM orders l WHERE l.tenant = @tenant AND l.counted)
        """;

    public async Task<IReadOnlyList<DaySales>> SalesByDayAsync(TenantId tenant, int fromDay, int toDay, CancellationToken cancellationToken) =>
        await engine.ReadAsync(
            session => session.QueryAsync(
                ByDay, Days(tenant, fromDay, toDay), row => new DaySales(row.GetInt32(0), row.GetInt32(1), row.GetInt64(2)), cancellationToken),
            cancellationToken);

    public async Task<PeriodSales> SalesAsync(TenantId tenant, int fromDay, int toDay, CancellationToken cancellationToken)
    {
        var sales = await engine.ReadAsync(
            session => session.FirstAsync(
                Period,
                Days(tenant, fromDay, toDay),
                row => new PeriodSales(row.GetInt32(0), row.GetInt64(1), row.GetInt32(2), row.GetInt32(3)),
                cancellationToken),
            cancellationToken);
        return sales!;
    }

    public async Task<IReadOnlyList<RecentOrder>> RecentAsync(TenantId tenant, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, IOrderQueries.RecentMax);
        return await engine.ReadAsync(
            session => session.QueryAsync(
                Recent,
                [("tenant", tenant.Value), ("limit", (long)limit)],
                Listed,
                cancellationToken),
            cancellationToken);
    }

    public async Task<IReadOnlyList<RecentOrder>> FindAsync(TenantId tenant, IReadOnlyList<long> orderIds, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(orderIds.Count, IOrderQueries.RecentMax);
        return orderIds.Count == 0
            ? []
            : await engine.ReadAsync(
                session => session.QueryAsync($"{FindAll} ({KeyList.Names(orderIds)})", [("tenant", tenant.Value), .. KeyList.Of(orderIds)], Listed, cancellationToken),
                cancellationToken);
    }

    public async Task<OrderPage> ListAsync(TenantId tenant, OrderListQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, OrderListQuery.LimitMax);
        var fingerprint = OrderCursor.Fingerprint(tenant, query);
        var start = query.Cursor is { } text ? OrderCursor.Read(text, fingerprint) : null;
        var list = new OrderList(tenant, query);
        return await engine.ReadSnapshotAsync(
            async session =>
            {
                var rows = await list.ReadRowsAsync(session, start, cancellationToken);
                var (total, net) = query.Totals ? await list.ReadTotalsAsync(session, cancellationToken) : default;
                var last = rows.Count > query.Limit ? rows[query.Limit - 1] : null;
                var next = last is null ? null : new OrderCursor(last.ProcessedAt.Ms(), last.OrderId).Write(fingerprint);
                return new OrderPage([.. rows.Take(query.Limit)], next, total, net);
            },
            cancellationToken);
    }

    public Task<OrderDetail?> FindAsync(TenantId tenant, long orderId, CancellationToken cancellationToken)
    {
        (string, object?)[] key = [("tenant", tenant.Value), ("order", orderId)];
        return engine.ReadSnapshotAsync(
            async session =>
            {
                var lines = await session.QueryAsync(OrderDetailSql.Lines, key, ReadLine, cancellationToken);
                var refunds = await session.QueryAsync(OrderDetailSql.Refunds, key, ReadRefund, cancellationToken);
                return await session.FirstAsync(OrderDetailSql.Order, key, row => ReadDetail(row, lines, refunds), cancellationToken);
            },
            cancellationToken);
    }

    public Task<long> CountAsync(TenantId tenant, CancellationToken cancellationToken) =>
        engine.ReadAsync(
            session => session.FirstAsync(Count, [("tenant", tenant.Value)], row => row.GetInt64(0), cancellationToken), cancellationToken);

    public Task<(int FirstDay, int LastDay)?> SpanAsync(TenantId tenant, CancellationToken cancellationToken) =>
        engine.ReadAsync(
            session => session.FirstAsync(
                Span,
                [("tenant", tenant.Value)],
                row => row.IsDBNull(0) ? default((int, int)?) : (row.GetInt32(0), row.GetInt32(1)),
                cancellationToken),
            cancellationToken);

    private static RecentOrder Listed(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.Time(2),
        row.GetInt64(3),
        row.GetBoolean(4),
        row.Text(5),
        row.Number(6),
        SearchText.DisplayName(row.Text(7), row.Text(8)));

    private static OrderLine ReadLine(DbDataReader row) => new(
        row.GetInt64(0), row.Number(1), row.Number(2), row.GetString(3), row.Text(4), (int)row.GetInt64(5), row.GetInt64(6));

    private static (OrderRefund Refund, int Day) ReadRefund(DbDataReader row) =>
        (new OrderRefund(row.GetInt64(0), row.Time(1), row.GetInt64(2)), (int)row.GetInt64(3));

    private static OrderDetail ReadDetail(DbDataReader row, List<OrderLine> lines, List<(OrderRefund Refund, int Day)> refunds)
    {
        var order = FactRows.Order(row);
        var (linesTold, refundsTold) = (row.GetInt64(FactRows.AfterOrder) != 0, row.GetInt64(FactRows.AfterOrder + 1) != 0);
        var fact = order.Fact with
        {
            Lines = linesTold ? [.. lines] : default,
            Refunds = refundsTold ? [.. refunds.Select(r => r.Refund)] : default,
        };
        return new OrderDetail(
            order with { Fact = fact, RefundDays = [.. refunds.Select(r => r.Day)] },
            SaleRows.Kind(fact.Test, fact.CancelledAt is not null, order.Counted),
            SearchText.DisplayName(row.Text(FactRows.AfterOrder + 2), row.Text(FactRows.AfterOrder + 3)));
    }

    private static (string, object?)[] Days(TenantId tenant, int fromDay, int toDay) =>
        [("tenant", tenant.Value), ("from", (long)fromDay), ("to", (long)toDay)];
}
