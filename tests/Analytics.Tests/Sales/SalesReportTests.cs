using System.Text.Json;
using XSight.Analytics.Facts;
using XSight.Analytics.Sales;

namespace XSight.Analytics.Tests.Sales;

/// <summary>
/// Every report against its definition, over ledgers that were changed at random, buyer by buyer, and are scanned in many stretches side
/// by side.
/// </summary>
public sealed class SalesReportTests
{
    private static readonly CalendarPeriod[] Periods = Enum.GetValues<CalendarPeriod>();
    private static readonly RefundDating[] Datings = Enum.GetValues<RefundDating>();

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void Revenue_equals_its_definition_by_every_period_and_either_dating(int seed) => RandomLedgers.Each(seed, (ledger, sales, oracle, from, to) =>
    {
        var (by, dating) = (Periods[sales.Random.Next(Periods.Length)], Datings[sales.Random.Next(Datings.Length)]);
        var report = RevenueReports.Compute(ledger, new RevenueQuery(by, from, to, dating), sales.Stamp);

        Assert.Equal((from, to), (report.Series[0].FromDay, report.Series[^1].ToDay));
        Assert.Equal(report.Series.Length, report.Previous.Length);
        Assert.True(report.Previous[^1].ToDay < from);
        foreach (var row in (RevenueRow[])[.. report.Series, .. report.Previous, report.Total, report.PreviousTotal])
        {
            Assert.Equal(oracle.Revenue(row.FromDay, row.ToDay, dating), row.Figures);
        }

        foreach (var (one, next) in report.Series.Zip(report.Series.Skip(1)))
        {
            Assert.Equal(one.ToDay + 1, next.FromDay);
            Assert.Equal(next.FromDay, CalendarPeriods.StartOf(next.FromDay, by));
        }
    });

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void Both_datings_sum_to_the_same_over_all_time(int seed) => RandomLedgers.Each(seed, (ledger, sales, _, _, _) =>
    {
        var (from, to) = (sales.FirstDay - 500, sales.Today + 500);
        var nets = Datings.Select(d => RevenueReports.Compute(ledger, new RevenueQuery(CalendarPeriod.Year, from, to, d), sales.Stamp).Total.Figures.NetMinor);

        Assert.Single(nets.Distinct());
    });

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void Cohorts_equal_their_definition_by_every_period_split_and_dating(int seed) => RandomLedgers.Each(seed, (ledger, sales, oracle, from, _) =>
    {
        var by = Periods[sales.Random.Next(1, Periods.Length)];
        var (split, dating) = ((CohortSplit)sales.Random.Next(5), Datings[sales.Random.Next(Datings.Length)]);
        var report = CohortReports.Compute(ledger, new CohortQuery(by, split, from, sales.Today, dating), sales.Stamp);
        var start = report.Query.FromDay!.Value;
        var acquired = oracle.ByCustomer.Where(c => c.Value[0].Day >= start && c.Value[0].Day <= sales.Today).ToList();

        Assert.Equal(acquired.Count, report.Cohorts.Sum(c => c.Size));
        Assert.Equal(acquired.Count, report.Segments.Sum(s => s.Customers));
        Assert.True(report.Segments.Count(s => s.Kind is SegmentKind.Value) <= SalesLimits.SegmentsMax);
        var named = report.Segments.Where(s => s.Kind is SegmentKind.Value).Select(NameOf).ToHashSet();
        foreach (var cohort in report.Cohorts)
        {
            var people = acquired.Where(c => c.Value[0].Day >= cohort.FromDay && c.Value[0].Day <= cohort.ToDay)
                .Where(c => InSegment(SalesOracle.ValueOf(c.Value[0], split), report.Segments[cohort.Segment], named)).ToList();
            Assert.Equal(people.Count, cohort.Size);
            CompareAges(cohort, people, dating, sales.Today);
            ComparePeople(ledger, sales, report, cohort, people);
        }
    });

    private static void CompareAges(CohortRow cohort, List<KeyValuePair<long, List<SaleOrder>>> people, RefundDating dating, int today)
    {
        var cumulative = 0L;
        Assert.Equal(cohort.FromDay, cohort.Ages[0].FromDay);
        Assert.True(cohort.Ages[^1].ToDay >= today);
        foreach (var age in cohort.Ages)
        {
            var orders = people.SelectMany(p => p.Value).Where(o => o.Day >= age.FromDay && o.Day <= age.ToDay).ToList();
            var net = people.Sum(p => p.Value
                .SelectMany(o => SalesOracle.Bookings(o, dating))
                .Where(b => Math.Max(b.Day, p.Value[0].Day) >= age.FromDay && Math.Max(b.Day, p.Value[0].Day) <= age.ToDay)
                .Sum(b => b.Gross - b.Refund));
            cumulative += net;
            Assert.Equal(people.Count(p => p.Value.Any(orders.Contains)), age.Active);
            Assert.Equal((orders.Count, net, cumulative), (age.Orders, age.NetMinor, age.CumulativeMinor));
        }
    }

    /// <summary>A cell opens to exactly the people it counts.</summary>
    private static void ComparePeople(SalesLedger ledger, RandomSales sales, CohortReport report, CohortRow cohort, List<KeyValuePair<long, List<SaleOrder>>> people)
    {
        var age = cohort.Ages[sales.Random.Next(Math.Min(3, cohort.Ages.Length))];
        var cell = new CohortCell(report.Query, cohort.FromDay, cohort.Segment);
        var active = people.Where(p => p.Value.Any(o => o.Day >= age.FromDay && o.Day <= age.ToDay)).Select(p => p.Key).Order().ToList();
        var page = SalesPeopleList.Compute(ledger, new SalesPeopleQuery(age.FromDay, age.ToDay, Cell: cell, Limit: SalesLimits.RowsMax), sales.Stamp);

        Assert.Equal(age.Active, page.Total);
        Assert.Equal(active, page.People.Select(p => p.CustomerId).Order());
    }

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void Products_and_pairs_equal_their_definition(int seed) => RandomLedgers.Each(seed, (ledger, sales, oracle, from, to) =>
    {
        var sort = (ProductSort)sales.Random.Next(4);
        var report = ProductReports.Compute(ledger, new ProductQuery(from, to, sort, SalesLimits.RowsMax), sales.Stamp);
        var orders = oracle.Counted.Where(o => o.Sale.Day >= from && o.Sale.Day <= to).ToList();
        var expected = orders.SelectMany(o => o.Sale.Lines.Select(line => (Order: o, Line: line)))
            .GroupBy(l => l.Line.ProductId)
            .Select(g => new ProductRow(
                g.Key,
                g.Sum(l => l.Line.NetMinor),
                g.Sum(l => l.Line.Quantity),
                g.Select(l => l.Order.Sale.OrderId).Distinct().Count(),
                g.Where(l => l.Order.CustomerId is not null).Select(l => l.Order.CustomerId).Distinct().Count()))
            .OrderByDescending(p => sort switch { ProductSort.Net => p.NetMinor, ProductSort.Buyers => p.Buyers, ProductSort.Orders => p.Orders, _ => p.Quantity })
            .ThenBy(p => p.ProductId);
        Assert.Equal(expected, report.Products);
        Assert.Equal(orders.Sum(o => o.Sale.Lines.Sum(l => l.NetMinor)), report.NetMinor);
        Assert.Equal(report.Products.Count(p => p.ProductId != 0), report.Count);

        var baskets = orders.Select(o => o.Sale.Lines.Select(l => l.ProductId).Where(id => id != 0).Distinct().Order().ToList()).Where(b => b.Count > 0).ToList();
        var pairs = baskets.SelectMany(b => b.SelectMany(_ => b, (a, z) => (a, z)).Where(p => p.a < p.z)).CountBy(p => p).ToDictionary();
        Assert.Equal(pairs.Count, report.Pairs.Length);
        Assert.Equal(pairs.Values.OrderDescending(), report.Pairs.Select(p => p.Orders));
        foreach (var pair in report.Pairs)
        {
            Assert.Equal(pairs[(Math.Min(pair.FirstId, pair.SecondId), Math.Max(pair.FirstId, pair.SecondId))], pair.Orders);
            Assert.Equal(baskets.Count(b => b.Contains(pair.FirstId)), pair.FirstOrders);
            Assert.Equal(baskets.Count(b => b.Contains(pair.SecondId)), pair.SecondOrders);
            Assert.Equal(baskets.Count, pair.AllOrders);
        }
    });

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void First_products_equal_their_definition(int seed) => RandomLedgers.Each(seed, (ledger, sales, oracle, from, to) =>
    {
        var later = sales.Random.Next(1, 200);
        var report = FirstProductReports.Compute(ledger, new FirstProductQuery(from, to, later, CustomersMin: 2, SalesLimits.RowsMax), sales.Stamp);
        var ripe = oracle.ByCustomer.Values.Where(c => c[0].Day >= from && c[0].Day <= to && c[0].Day + later < sales.Today).ToList();
        var expected = ripe.GroupBy(c => SalesOracle.MainProduct(c[0])).Where(g => g.Count() >= 2).Select(g => RowOf(g.Key, [.. g]));

        Assert.Equal(expected.OrderByDescending(r => (decimal)r.WithinMinor / r.Customers).ThenBy(r => r.ProductId), report.Products);
        Assert.Equal(RowOf(0, ripe), report.All);

        FirstProductRow RowOf(long product, List<List<SaleOrder>> customers) => new(
            product,
            customers.Count,
            customers.Count(c => c.Skip(1).Any(o => o.Day <= c[0].Day + later)),
            customers.Sum(c => c.Skip(1).Where(o => o.Day <= c[0].Day + later).Sum(o => o.NetMinor)),
            customers.Sum(c => c.Skip(1).Sum(o => o.NetMinor)));
    });

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void Repeat_purchases_and_gaps_equal_their_definition(int seed) => RandomLedgers.Each(seed, (ledger, sales, oracle, from, to) =>
    {
        var report = RepeatReports.Compute(ledger, new RepeatQuery(from, to), sales.Stamp);
        var customers = oracle.ByCustomer.Values.Where(c => c[0].Day >= from && c[0].Day <= to).ToList();

        Assert.Equal(customers.Count, report.Customers);
        CompareGaps(customers.Where(c => c.Count > 1).Select(c => c[1].Day - c[0].Day).Order().ToList(), report.FirstToSecond);
        CompareGaps(customers.Where(c => c.Count > 2).Select(c => c[2].Day - c[1].Day).Order().ToList(), report.SecondToThird);
    });

    private static void CompareGaps(List<int> gaps, GapFigures figures)
    {
        Assert.Equal(gaps.Count, figures.Customers);
        Assert.Equal([At(0.25), At(0.5), At(0.75)], new[] { figures.LowerQuartile, figures.Median, figures.UpperQuartile });
        Assert.Equal(gaps.Count, figures.Buckets.Sum(b => b.Customers));
        Assert.All(figures.Buckets, b => Assert.Equal(gaps.Count(g => g >= b.FromDays && g <= (b.ToDays ?? int.MaxValue)), b.Customers));

        int? At(double share) => gaps.Count == 0 ? null : gaps[(int)Math.Ceiling(share * gaps.Count) - 1];
    }

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void Concentration_equals_a_full_sort(int seed) => RandomLedgers.Each(seed, (ledger, sales, oracle, from, to) =>
    {
        var report = ConcentrationReports.Compute(ledger, new ConcentrationQuery(from, to), sales.Stamp);
        var nets = oracle.ByCustomer.Values.Select(c => c.Where(o => o.Day >= from && o.Day <= to).ToList())
            .Where(o => o.Count > 0).Select(o => o.Sum(x => x.NetMinor)).OrderDescending().ToList();

        Assert.Equal((nets.Count, nets.Sum()), (report.Customers, report.NetMinor));
        foreach (var top in report.Top)
        {
            var best = nets.Take((int)Math.Ceiling(nets.Count * top.Percent / 100m)).ToList();
            Assert.Equal((best.Count, best.Sum(), best[^1]), (top.Customers, top.NetMinor, top.FromMinor));
        }
    });

    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void The_bridge_begins_at_our_revenue_ends_at_Shopifys_and_opens_to_its_orders(int seed) => RandomLedgers.Each(seed, (ledger, sales, oracle, from, to) =>
    {
        var dating = Datings[sales.Random.Next(Datings.Length)];
        var report = BridgeReports.Compute(ledger, new BridgeQuery(from, to, dating), sales.Stamp);

        Assert.Equal(oracle.Revenue(from, to, dating).NetMinor, report.OursMinor);
        Assert.Equal(oracle.ShopifyTotal(from, to), report.ShopifyMinor);
        Assert.Equal(report.ShopifyMinor, report.OursMinor + report.Steps.Sum(s => s.AmountMinor));
        Assert.Equal(Enum.GetValues<BridgeStepKind>(), report.Steps.Select(s => s.Kind));
        foreach (var step in report.Steps)
        {
            var orders = RandomLedgers.AllOrders(ledger, sales, new SalesOrdersQuery(from, to, step.Kind, Limit: 3));
            Assert.Equal(step.Orders, orders.Count);
            Assert.Equal(orders.OrderByDescending(o => o.ProcessedAtMs).ThenByDescending(o => o.OrderId), orders);
        }

        var counted = RandomLedgers.AllOrders(ledger, sales, new SalesOrdersQuery(from, to, Limit: 7));
        Assert.Equal(oracle.Counted.Where(o => o.Sale.Day >= from && o.Sale.Day <= to).Select(o => o.Sale.OrderId).Order(), counted.Select(o => o.OrderId).Order());
    });

    /// <summary>What hashes, codes and reuse of rows could hide: the ledger that lived through everything answers as one that was built from the end.</summary>
    [Theory, MemberData(nameof(Seeds.Each), MemberType = typeof(Seeds))]
    public void A_ledger_changed_at_random_equals_one_built_anew(int seed) => RandomLedgers.Each(seed, (ledger, sales, oracle, from, to) =>
    {
        var anew = new SalesLedger();
        foreach (var buyer in oracle.All.Select(RandomSales.BuyerOf).Distinct().Order())
        {
            anew.Replace(sales.SalesOf(buyer));
        }

        Assert.Equal((sales.Stamp.FirstDay, sales.Stamp.LastDay), (ledger.FirstDay, ledger.LastDay));
        Assert.Equal(Everything(anew), Everything(ledger));
        Assert.Equal(Everything(anew), Everything(LoadedAtOnce(sales)));

        string Everything(SalesLedger one) => JsonSerializer.Serialize(new object?[]
        {
            one.Orders,
            one.Buyers,
            one.FirstDay,
            one.LastDay,
            RevenueReports.Compute(one, new RevenueQuery(CalendarPeriod.Month, from, to), sales.Stamp),
            CohortReports.Compute(one, new CohortQuery(CalendarPeriod.Quarter, CohortSplit.Country), sales.Stamp),
            ProductReports.Compute(one, new ProductQuery(from, to), sales.Stamp),
            ConcentrationReports.Compute(one, new ConcentrationQuery(), sales.Stamp),
            BridgeReports.Compute(one, new BridgeQuery(from, to), sales.Stamp),
            SalesOrdersList.Compute(one, new SalesOrdersQuery(from, to), sales.Stamp),
            SalesPeopleList.Compute(one, new SalesPeopleQuery(from, to), sales.Stamp),
        });
    });

    /// <summary>Every order in any sequence, and then all buyers once more, as changes bring them.</summary>
    private static SalesLedger LoadedAtOnce(RandomSales sales)
    {
        var ledger = new SalesLedger();
        var load = new SalesLoad(ledger);
        foreach (var order in sales.Orders.OrderBy(_ => sales.Random.Next()))
        {
            load.Add(RandomSales.BuyerOf(order), order.Sale);
        }

        load.Complete();
        foreach (var buyer in sales.Orders.Select(RandomSales.BuyerOf).Distinct().Where(_ => sales.Random.Next(3) == 0))
        {
            ledger.Replace(sales.SalesOf(buyer));
        }

        return ledger;
    }

    private static string NameOf(CohortSegment segment) => segment.Text ?? segment.ProductId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool InSegment(string? value, CohortSegment segment, HashSet<string> named) => segment.Kind switch
    {
        SegmentKind.Everyone => true,
        SegmentKind.Value => value == NameOf(segment),
        SegmentKind.Without => value is null,
        _ => value is not null && !named.Contains(value),
    };
}
