using XSight.Analytics.Sales;

namespace XSight.Analytics.Tests.Sales;

/// <summary>What a figure opens to is exactly what it counts, by its definition over the raw orders.</summary>
public sealed class OpenedFiguresTests
{
    private const int PageRows = 7;
    private const int PairsLooked = 12;

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void A_pair_opens_to_the_orders_that_hold_both(int seed) => RandomLedgers.Each(seed, (ledger, sales, oracle, from, to) =>
    {
        var pairs = ProductReports.Compute(ledger, new ProductQuery(from, to), sales.Stamp).Pairs;
        foreach (var pair in pairs.OrderBy(_ => sales.Random.Next()).Take(PairsLooked))
        {
            var orders = RandomLedgers.AllOrders(ledger, sales, new SalesOrdersQuery(from, to, ProductId: pair.FirstId, WithProductId: pair.SecondId, Limit: PageRows));
            var expected = oracle.Counted.Where(o => o.Sale.Day >= from && o.Sale.Day <= to && Holds(o.Sale, pair.FirstId) && Holds(o.Sale, pair.SecondId));

            Assert.Equal(pair.Orders, orders.Count);
            Assert.Equal(expected.Select(o => o.Sale.OrderId).Order(), orders.Select(o => o.OrderId).Order());
        }

        static bool Holds(SaleOrder order, long product) => order.Lines.Any(l => l.ProductId == product);
    });

    [Fact]
    public void An_order_of_very_many_products_counts_for_pairs_of_its_first_lines_in_the_figure_and_in_its_list()
    {
        const int Products = SalesLimits.PairOrderProductsMax + 1;
        var ledger = new SalesLedger();
        ledger.Replace(new BuyerSales(7, [Order(1, Enumerable.Range(1, Products)), Order(2, [1, Products])]));
        var stamp = new SalesStamp(DateTimeOffset.UnixEpoch, "USD", 10, 0, 10);
        var pairs = ProductReports.Compute(ledger, new ProductQuery(0, 10, Limit: SalesLimits.RowsMax), stamp).Pairs;

        Assert.All(pairs, pair => Assert.Equal(pair.Orders, OrdersOf(pair.FirstId, pair.SecondId)));
        Assert.Equal((1, 1, 0), (OrdersOf(1, 2), OrdersOf(1, Products), OrdersOf(2, Products)));
        Assert.Equal(0, OrdersOf(1, 1));
        Assert.Throws<ArgumentException>(() => SalesOrdersList.Compute(ledger, new SalesOrdersQuery(0, 10, WithProductId: 1), stamp));

        int OrdersOf(long one, long other) => SalesOrdersList.Compute(ledger, new SalesOrdersQuery(0, 10, ProductId: one, WithProductId: other), stamp).Total;

        static SaleOrder Order(long id, IEnumerable<int> products) => new()
        {
            OrderId = id,
            Day = 5,
            ProcessedAtMs = id,
            Kind = SaleKind.Counted,
            GrossMinor = 100,
            NetMinor = 100,
            Lines = [.. products.Select(p => new SaleLine(p, 1, 1))],
        };
    }

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void A_first_product_opens_to_who_began_with_it_and_to_who_of_them_came_back(int seed) => RandomLedgers.Each(seed, (ledger, sales, oracle, from, to) =>
    {
        var later = sales.Random.Next(1, 200);
        var report = FirstProductReports.Compute(ledger, new FirstProductQuery(from, to, later, CustomersMin: 1, SalesLimits.RowsMax), sales.Stamp);
        var ripe = oracle.ByCustomer.Where(c => c.Value[0].Day >= from && c.Value[0].Day <= to && c.Value[0].Day + later < sales.Today).ToList();
        foreach (var row in report.Products)
        {
            var query = new SalesPeopleQuery(from, report.LastFirstDay, PeopleKind.New, FirstProductId: row.ProductId, Limit: PageRows);
            var began = ripe.Where(c => SalesOracle.MainProduct(c.Value[0]) == row.ProductId).ToList();

            Assert.Equal(row.Customers, AssertPeople(ledger, sales, query, began.Select(c => c.Key)));
            Assert.Equal(
                row.Repeaters,
                AssertPeople(ledger, sales, query with { Gap = new OrderGap(GapStep.Second, ToDays: later) }, began.Where(c => c.Value.Skip(1).Any(o => o.Day <= c.Value[0].Day + later)).Select(c => c.Key)));
        }
    });

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void A_gap_opens_to_the_customers_who_took_so_long(int seed) => RandomLedgers.Each(seed, (ledger, sales, oracle, from, to) =>
    {
        var report = RepeatReports.Compute(ledger, new RepeatQuery(from, to), sales.Stamp);
        foreach (var (figures, step, order) in new[] { (report.FirstToSecond, GapStep.Second, 1), (report.SecondToThird, GapStep.Third, 2) })
        {
            var customers = oracle.ByCustomer.Where(c => c.Value[0].Day >= from && c.Value[0].Day <= to && c.Value.Count > order).ToList();
            var all = new GapBucket(0, null, figures.Customers);
            foreach (var bucket in figures.Buckets.Append(all))
            {
                var query = new SalesPeopleQuery(from, to, PeopleKind.New, Gap: new OrderGap(step, bucket.FromDays, bucket.ToDays), Limit: PageRows);
                var expected = customers.Where(c => GapOf(c.Value) >= bucket.FromDays && GapOf(c.Value) <= (bucket.ToDays ?? int.MaxValue));

                Assert.Equal(bucket.Customers, AssertPeople(ledger, sales, query, expected.Select(c => c.Key)));
            }

            int GapOf(List<SaleOrder> orders) => orders[order].Day - orders[order - 1].Day;
        }
    });

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void The_top_customers_open_to_themselves_and_equals_at_the_border_are_cut_by_id(int seed) => RandomLedgers.Each(seed, (ledger, sales, oracle, from, to) =>
    {
        var nets = oracle.ByCustomer
            .Select(c => (Id: c.Key, Orders: c.Value.Where(o => o.Day >= from && o.Day <= to).ToList()))
            .Where(c => c.Orders.Count > 0)
            .Select(c => (c.Id, Net: c.Orders.Sum(o => o.NetMinor)))
            .OrderByDescending(c => c.Net).ThenBy(c => c.Id)
            .ToList();
        foreach (var top in ConcentrationReports.Compute(ledger, new ConcentrationQuery(from, to), sales.Stamp).Top)
        {
            var people = RandomLedgers.AllPeople(ledger, sales, new SalesPeopleQuery(from, to, TopPercent: top.Percent, Limit: PageRows));

            Assert.Equal((top.Customers, top.NetMinor), (people.Count, people.Sum(p => p.NetMinor)));
            Assert.Equal(nets.Take(people.Count), people.Select(p => (p.CustomerId, p.NetMinor)));
        }
    });

    /// <summary>Pages hold these customers, each once, largest net first; answers how many.</summary>
    private static int AssertPeople(SalesLedger ledger, RandomSales sales, SalesPeopleQuery query, IEnumerable<long> expected)
    {
        if (query.ToDay < query.FromDay)
        {
            return 0;
        }

        var people = RandomLedgers.AllPeople(ledger, sales, query);
        Assert.Equal(expected.Order(), people.Select(p => p.CustomerId).Order());
        Assert.Equal(people.OrderByDescending(p => p.NetMinor).ThenBy(p => p.CustomerId), people);
        return people.Count;
    }
}
