using XSight.Storage;
using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    private const int Seeds = 16;
    private const int Steps = 50;

    /// <summary>Seeds that failed once belong here too, by number.</summary>
    public static TheoryData<int> SeedNumbers() => [.. Enumerable.Range(1, Seeds)];

    [Theory]
    [MemberData(nameof(SeedNumbers))]
    public async Task Facts_in_any_order_with_duplicates_end_in_the_oracles_state(int seed)
    {
        var history = new History(seed);
        var (shop, oracle) = (NewShop(), new Oracle());
        try
        {
            for (var step = 0; step < Steps; step++)
            {
                await StepAsync(shop, oracle, history);
                Assert.Equal(oracle.Touched, await shop.TouchedAsync());
            }

            await shop.DeriveAsync();
            foreach (var customer in oracle.Touched.ToList())
            {
                oracle.Derive(customer);
            }

            await AssertSameAsync(shop, oracle);
        }
        catch (Exception failure)
        {
            Assert.Fail($"Seed {seed}: {failure}");
        }
    }

    private static async Task StepAsync(Shop shop, Oracle oracle, History history)
    {
        switch (history.Next(6))
        {
            case 0:
                var (customers, orders) = (history.Customers(6), history.Orders(12));
                await shop.MergeAsync(customers, orders);
                oracle.Merge(customers, orders);
                break;
            case 1:
                await TurnAsync(shop, oracle, history);
                break;
            case 2:
                await Task.WhenAll(shop.MergeAsync(history.Orders(0)), DeriveWithMergeBetweenAsync(shop, oracle, history));
                break;
            case 3:
                var (order, at) = history.Deletion();
                Assert.Equal(oracle.DeleteOrder(order, at), await shop.Facts.DeleteOrderAsync(shop.Tenant, order, at, [], default));
                break;
            case 4 when history.Next(4) == 0:
                var (kept, gone) = history.Merge();
                await shop.Facts.MergeCustomersAsync(shop.Tenant, kept, gone, At(1), [], default);
                oracle.MergeCustomers(kept, gone);
                break;
            default:
                var again = history.Again();
                await shop.MergeAsync(again.Customers, again.Orders);
                oracle.Merge(again.Customers, again.Orders);
                break;
        }
    }

    private static async Task TurnAsync(Shop shop, Oracle oracle, History history)
    {
        if (history.Next(4) == 0)
        {
            var anonymous = history.Orders(3);
            Assert.Null(await shop.Facts.ApplyAsync(shop.Tenant, null, null, anonymous, [], Derive, default));
            oracle.Merge([], anonymous);
            return;
        }

        var customer = history.Customers(1)[0];
        var (fact, orders) = (history.Next(2) == 0 ? customer : null, history.Orders(3));

        var change = await shop.ApplyAsync(customer.CustomerId, fact, orders);

        oracle.Merge(fact is null ? [] : [fact], orders);
        var touched = oracle.Touched.Contains(customer.CustomerId);
        Assert.Equal(touched, change is not null);
        if (touched)
        {
            oracle.Derive(customer.CustomerId);
            Assert.Equal(oracle.Metrics(customer.CustomerId), change!.Metrics);
            Assert.Equal(oracle.Fact(customer.CustomerId).Deleted, change.Deleted);
        }
    }

    /// <summary>Metrics are derived, facts come in, and only then are the metrics written.</summary>
    private static async Task DeriveWithMergeBetweenAsync(Shop shop, Oracle oracle, History history)
    {
        var touched = await shop.Facts.ReadTouchedAsync(shop.Tenant, 0, 1_000, default);
        var versions = touched.ToDictionary(c => c.Customer.CustomerId, c => oracle.Version(c.Customer.CustomerId));
        var between = history.Orders(3);
        await shop.MergeAsync(between);
        oracle.Merge([], between);

        var written = await shop.Facts.WriteMetricsAsync(
            shop.Tenant, [.. touched.Select(c => new DerivedMetrics(c.Customer.CustomerId, c.FactsVersion, Derive(c.Orders)))], default);

        var expected = versions.Where(v => oracle.Version(v.Key) == v.Value).Select(v => v.Key).Order().ToList();
        Assert.Equal(expected, written.Select(w => w.CustomerId).Order());
        expected.ForEach(oracle.Derive);
    }

    private async Task AssertSameAsync(Shop shop, Oracle oracle)
    {
        foreach (var id in oracle.Customers)
        {
            var stored = await shop.ReadAsync(id);
            Assert.Equal(Texts.Of(oracle.Fact(id)), Texts.Of(stored.Customer));
            Assert.Equal(Texts.Of(oracle.OrdersOf(id)), Texts.Of(stored.Orders));
            Assert.Equal(oracle.Metrics(id), stored.Metrics);
        }

        var live = oracle.Customers.Where(id => !oracle.Fact(id).Deleted).ToList();
        var page = await Database.Customers.ListAsync(shop.Tenant, new() { Limit = 250, Sort = CustomerSort.Created }, NoThresholds, default);
        Assert.Equal(live, page.Items.Select(i => i.CustomerId).Order());
        Assert.Equal((live.Count, live.Sum(id => oracle.Metrics(id).TotalSpentMinor)), (page.Total, page.TotalSpentMinor));
        Assert.Equal(oracle.Orders.Count(), await Database.Orders.CountAsync(shop.Tenant, default));
        var days = oracle.Orders.Where(o => o.Counted).GroupBy(o => o.Day).OrderBy(g => g.Key)
            .Select(g => new DaySales(g.Key, g.Count(), g.Sum(o => o.Fact.NetMinor)));
        Assert.Equal(days, await Database.Orders.SalesByDayAsync(shop.Tenant, 0, 99_999, default));

        var feed = await shop.ChangesAsync();
        Assert.Equal(oracle.Customers, feed.Select(c => c.CustomerId).Order());
        Assert.All(feed, c => Assert.Equal((oracle.Metrics(c.CustomerId), oracle.Fact(c.CustomerId).Deleted), (c.Metrics, c.Deleted)));
        Assert.Equal(feed.Select(c => c.ChangeSeq).Distinct().Order(), feed.Select(c => c.ChangeSeq));
    }
}
