using System.Globalization;
using XSight.Analytics.Facts;
using XSight.Analytics.Sales;
using XSight.Grains.Sales;

namespace XSight.Grains.Tests.Sales;

/// <summary>What the ledger answers after following the feed, against GROUP BY over the tables it follows, on both databases.</summary>
public sealed class SalesAgainstSqlTests
{
    private const int Rounds = 12;
    private const int OrdersEachRound = 60;
    private const string Counted = "FROM orders o WHERE o.tenant = @tenant AND o.counted AND NOT o.deleted";
    private const string FirstDays = $"(SELECT o.customer_id, min(o.day) AS day {Counted} AND o.customer_id IS NOT NULL GROUP BY o.customer_id) f";

    /// <summary>Counted orders of customers, each with its place among its customer's and the day of the one before.</summary>
    private const string Ranked = $"""
        SELECT o.customer_id, o.day,
            row_number() OVER (PARTITION BY o.customer_id ORDER BY o.day, o.processed_at, o.order_id) AS place,
            lag(o.day) OVER (PARTITION BY o.customer_id ORDER BY o.day, o.processed_at, o.order_id) AS before
        {Counted} AND o.customer_id IS NOT NULL
        """;

    private static readonly int FirstDay = ShopCalendar.DayOf(new DateOnly(2025, 7, 30));
    private static readonly int LastDay = ShopCalendar.DayOf(new DateOnly(2026, 6, 30));
    private static readonly SalesStamp Stamp = new(DateTimeOffset.UnixEpoch, "USD", LastDay, FirstDay, LastDay);

    public static TheoryData<int> Seeds => [1997, Random.Shared.Next()];

    [Theory, MemberData(nameof(Seeds))]
    public async Task Figures_equal_SQLs_on_SQLite(int seed) => await CompareAsync(await SalesDatabase.OnSqliteAsync(), seed);

    [Theory, MemberData(nameof(Seeds))]
    public async Task Figures_equal_SQLs_on_PostgreSQL(int seed) => await CompareAsync(await SalesDatabase.OnPostgresAsync(), seed);

    private static async Task CompareAsync(SalesDatabase opened, int seed)
    {
        await using var database = opened;
        var tenant = TenantId.New();
        var history = new SalesHistory(tenant, database.Database.Facts, seed);
        var ledger = new SalesLedger();
        var feed = new SalesFeed(tenant, ledger, database.Database.Sales);
        for (var round = 0; round < Rounds; round++)
        {
            await history.StepAsync(OrdersEachRound);
            await feed.CatchUpAsync(CancellationToken.None);
            await CompareAllAsync(database, tenant, ledger);
        }

        var anew = new SalesLedger();
        await new SalesFeed(tenant, anew, database.Database.Sales).CatchUpAsync(CancellationToken.None);
        Assert.Equal(ledger.Orders, anew.Orders);
        await CompareAllAsync(database, tenant, anew);
    }

    private static async Task CompareAllAsync(SalesDatabase database, TenantId tenant, SalesLedger ledger)
    {
        await CompareRevenueAsync(database, tenant, ledger);
        await CompareCustomersAsync(database, tenant, ledger);
        await CompareCohortsAsync(database, tenant, ledger);
        await CompareProductsAsync(database, tenant, ledger);
        await CompareBridgeAsync(database, tenant, ledger);
        await CompareOpenedAsync(database, tenant, ledger);
    }

    private static async Task CompareRevenueAsync(SalesDatabase database, TenantId tenant, SalesLedger ledger)
    {
        var booked = await database.QueryAsync(
            $"""
            SELECT b.day, sum(b.gross), sum(b.by_order), sum(b.by_refund) FROM (
                SELECT o.day AS day, o.gross_minor AS gross, o.gross_minor - o.net_minor AS by_order,
                    o.gross_minor - o.net_minor - coalesce((SELECT sum(r.amount_minor) FROM order_refunds r WHERE r.tenant = o.tenant AND r.order_id = o.order_id), 0) AS by_refund
                {Counted}
                UNION ALL
                SELECT r.day, 0, 0, r.amount_minor FROM order_refunds r JOIN orders o ON o.tenant = r.tenant AND o.order_id = r.order_id
                WHERE o.tenant = @tenant AND o.counted AND NOT o.deleted) b
            GROUP BY b.day
            """,
            tenant);
        var byDay = booked.ToDictionary(row => (int)(long)row[0]!);
        var byOrder = RevenueReports.Compute(ledger, new RevenueQuery(CalendarPeriod.Day, FirstDay, LastDay, RefundDating.Order), Stamp);
        var byRefund = RevenueReports.Compute(ledger, new RevenueQuery(CalendarPeriod.Day, FirstDay, LastDay), Stamp);
        foreach (var (one, other) in byOrder.Series.Zip(byRefund.Series))
        {
            var expected = byDay.GetValueOrDefault(one.FromDay, [0L, 0L, 0L, 0L]);
            Assert.Equal(expected[1..], new object?[] { one.Figures.GrossMinor, one.Figures.RefundsMinor, other.Figures.RefundsMinor });
        }
    }

    private static async Task CompareCustomersAsync(SalesDatabase database, TenantId tenant, SalesLedger ledger)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT {string.Format(CultureInfo.InvariantCulture, database.MonthOf, "o.day")} AS month, count(*),
                count(DISTINCT CASE WHEN f.day >= m.from_day THEN o.customer_id END), count(DISTINCT CASE WHEN f.day < m.from_day THEN o.customer_id END)
            FROM orders o
            LEFT JOIN {FirstDays} ON f.customer_id = o.customer_id
            JOIN (SELECT {string.Format(CultureInfo.InvariantCulture, database.MonthOf, "o.day")} AS month, min(o.day) AS any_day, {MonthStart(database, "min(o.day)")} AS from_day
                  {Counted} GROUP BY 1) m ON m.month = {string.Format(CultureInfo.InvariantCulture, database.MonthOf, "o.day")}
            WHERE o.tenant = @tenant AND o.counted AND NOT o.deleted
            GROUP BY 1
            """,
            tenant);
        var byMonth = rows.ToDictionary(row => (string)row[0]!);
        var report = RevenueReports.Compute(ledger, new RevenueQuery(CalendarPeriod.Month, FirstDay, LastDay), Stamp);
        foreach (var month in report.Series)
        {
            var expected = byMonth.GetValueOrDefault(NameOf(month.FromDay), ["", 0L, 0L, 0L]);
            Assert.Equal(expected[1..], new object?[] { (long)month.Figures.Orders, (long)month.Figures.NewCustomers, (long)month.Figures.ReturningCustomers });
        }
    }

    private static async Task CompareCohortsAsync(SalesDatabase database, TenantId tenant, SalesLedger ledger)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT {string.Format(CultureInfo.InvariantCulture, database.MonthOf, "f.day")}, {string.Format(CultureInfo.InvariantCulture, database.MonthOf, "o.day")},
                count(DISTINCT o.customer_id), count(*), sum(o.net_minor)
            FROM orders o JOIN {FirstDays} ON f.customer_id = o.customer_id
            WHERE o.tenant = @tenant AND o.counted AND NOT o.deleted
            GROUP BY 1, 2
            """,
            tenant);
        var cells = CohortReports.Compute(ledger, new CohortQuery(CalendarPeriod.Month), Stamp).Cohorts
            .SelectMany(c => c.Ages.Where(a => a.Orders > 0).Select(a => Text(NameOf(c.FromDay), NameOf(a.FromDay), a.Active, a.Orders, a.NetMinor)));

        Assert.Equal(rows.Select(row => Text(row)).Order(StringComparer.Ordinal), cells.Order(StringComparer.Ordinal));
    }

    private static async Task CompareProductsAsync(SalesDatabase database, TenantId tenant, SalesLedger ledger)
    {
        var rows = await database.QueryAsync(
            """
            SELECT coalesce(l.product_id, 0), sum(l.net_minor), sum(l.quantity), count(DISTINCT o.order_id), count(DISTINCT o.customer_id)
            FROM order_lines l JOIN orders o ON o.tenant = l.tenant AND o.order_id = l.order_id
            WHERE o.tenant = @tenant AND o.counted AND NOT o.deleted
            GROUP BY 1 ORDER BY 2 DESC, 1
            """,
            tenant);
        var report = ProductReports.Compute(ledger, new ProductQuery(FirstDay, LastDay), Stamp);

        Assert.Equal(rows.Select(row => Text(row)), report.Products.Select(p => Text(p.ProductId, p.NetMinor, p.Quantity, p.Orders, p.Buyers)));
    }

    private static async Task CompareBridgeAsync(SalesDatabase database, TenantId tenant, SalesLedger ledger)
    {
        var (from, to) = (FirstDay + 40, FirstDay + 120);
        var rows = await database.QueryAsync(
            $"""
            SELECT
                (SELECT coalesce(sum(o.net_minor + coalesce((SELECT sum(r.amount_minor) FROM order_refunds r WHERE r.tenant = o.tenant AND r.order_id = o.order_id), 0)), 0)
                 FROM orders o WHERE o.tenant = @tenant AND NOT o.deleted AND NOT o.test AND o.day BETWEEN {from} AND {to})
                - (SELECT coalesce(sum(r.amount_minor), 0) FROM order_refunds r JOIN orders o ON o.tenant = r.tenant AND o.order_id = r.order_id
                   WHERE o.tenant = @tenant AND NOT o.deleted AND NOT o.test AND r.day BETWEEN {from} AND {to}),
                (SELECT coalesce(sum(o.net_minor), 0) {Counted} AND o.day BETWEEN {from} AND {to})
            """,
            tenant);
        var bridge = BridgeReports.Compute(ledger, new BridgeQuery(from, to, RefundDating.Order), Stamp);

        Assert.Equal([bridge.ShopifyMinor, bridge.OursMinor], rows[0].Cast<long>());
    }

    /// <summary>Lists behind figures hold the rows that SQL finds by the figure's definition.</summary>
    private static async Task CompareOpenedAsync(SalesDatabase database, TenantId tenant, SalesLedger ledger)
    {
        foreach (var pair in ProductReports.Compute(ledger, new ProductQuery(FirstDay, LastDay), Stamp).Pairs.Take(3))
        {
            await AreAsync(
                $"SELECT o.order_id {Counted} AND {Holds(pair.FirstId)} AND {Holds(pair.SecondId)}",
                pair.Orders,
                SalesOrdersList.Compute(ledger, new SalesOrdersQuery(FirstDay, LastDay, ProductId: pair.FirstId, WithProductId: pair.SecondId, Limit: SalesLimits.RowsMax), Stamp)
                    .Orders.Select(o => o.OrderId));
        }

        var repeat = RepeatReports.Compute(ledger, new RepeatQuery(FirstDay, LastDay), Stamp);
        foreach (var (step, order, buckets) in new[] { (GapStep.Second, 2, repeat.FirstToSecond.Buckets), (GapStep.Third, 3, repeat.SecondToThird.Buckets) })
        {
            foreach (var bucket in buckets)
            {
                await AreAsync(
                    $"SELECT r.customer_id FROM ({Ranked}) r WHERE r.place = {order} AND r.day - r.before BETWEEN {bucket.FromDays} AND {bucket.ToDays ?? int.MaxValue}",
                    bucket.Customers,
                    People(new SalesPeopleQuery(FirstDay, LastDay, PeopleKind.New, Gap: new OrderGap(step, bucket.FromDays, bucket.ToDays))));
            }
        }

        foreach (var top in ConcentrationReports.Compute(ledger, new ConcentrationQuery(FirstDay, LastDay), Stamp).Top)
        {
            await AreAsync(
                $"SELECT o.customer_id {Counted} AND o.customer_id IS NOT NULL GROUP BY o.customer_id ORDER BY sum(o.net_minor) DESC, o.customer_id LIMIT {top.Customers}",
                top.Customers,
                People(new SalesPeopleQuery(FirstDay, LastDay, TopPercent: top.Percent)));
        }

        async Task AreAsync(string sql, int figure, IEnumerable<long> opened)
        {
            var expected = (await database.QueryAsync(sql, tenant)).Select(row => (long)row[0]!).Order().ToList();
            Assert.Equal(expected, opened.Order());
            Assert.Equal(expected.Count, figure);
        }

        IEnumerable<long> People(SalesPeopleQuery query) =>
            SalesPeopleList.Compute(ledger, query with { Limit = SalesLimits.RowsMax }, Stamp).People.Select(p => p.CustomerId);

        static string Holds(long product) => $"o.order_id IN (SELECT l.order_id FROM order_lines l WHERE l.tenant = @tenant AND l.product_id = {product})";
    }

    /// <summary>The first day of a day's month, in numbers of days.</summary>
    private static string MonthStart(SalesDatabase database, string day) => database.MonthOf.StartsWith("strftime", StringComparison.Ordinal)
        ? $"{day} - strftime('%d', {day} * 86400, 'unixepoch') + 1"
        : $"{day} - CAST(to_char(date '1970-01-01' + {day}, 'DD') AS integer) + 1";

    private static string NameOf(int day) => ShopCalendar.DateOf(day).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Text(params object?[] cells) => string.Join(' ', cells);
}
