using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Touched_customers_come_by_id_with_their_orders_newest_first()
    {
        var shop = NewShop();
        await shop.MergeAsync([Customer(3), Customer(1)], [Order(10, 1, day: 100), Order(11, 1, day: 300), Order(12, 2, day: 200)]);

        var all = await shop.Facts.ReadTouchedAsync(shop.Tenant, 0, 10, default);
        Assert.Equal([1L, 2L, 3L], all.Select(c => c.Customer.CustomerId));
        Assert.Equal([11L, 10L], all[0].Orders.Select(o => o.Fact.OrderId));
        Assert.Empty(all[2].Orders);

        var page = await shop.Facts.ReadTouchedAsync(shop.Tenant, 1, 1, default);
        Assert.Equal(2, Assert.Single(page).Customer.CustomerId);
        Assert.Equal(12, Assert.Single(page[0].Orders).Fact.OrderId);
    }

    [Fact]
    public async Task Written_metrics_untouch_and_read_back()
    {
        var shop = NewShop();
        await shop.MergeAsync(Order(10, 1, day: 100, net: 700), Order(11, 1, day: 300, net: 50), Order(12, 1, day: 400, counted: false));

        var change = Assert.Single(await shop.DeriveAsync());

        Assert.Equal((2, 750L, 100, 300), (change.Metrics.OrdersCount, change.Metrics.TotalSpentMinor, change.Metrics.FirstOrderDay, change.Metrics.LastOrderDay));
        Assert.Equal(change.Metrics, (await shop.ReadAsync(1)).Metrics);
        Assert.Empty(await shop.TouchedAsync());
    }

    [Fact]
    public async Task Metrics_of_facts_that_moved_on_are_not_written()
    {
        var shop = NewShop();
        await shop.MergeAsync([Customer(1), Customer(2)], []);
        var touched = await shop.Facts.ReadTouchedAsync(shop.Tenant, 0, 10, default);
        await shop.MergeAsync(Order(10, 1));

        var changes = await shop.Facts.WriteMetricsAsync(
            shop.Tenant, [.. touched.Select(c => new DerivedMetrics(c.Customer.CustomerId, c.FactsVersion, Derive(c.Orders)))], default);

        Assert.Equal(2, Assert.Single(changes).CustomerId);
        await AssertTouchedAsync(shop, 1L);
    }

    [Fact]
    public async Task Change_feed_has_each_customer_once_at_its_last_position()
    {
        var shop = NewShop();
        await shop.MergeAsync(Customer(1), Customer(2), Customer(3));
        await shop.DeriveAsync();
        await shop.MergeAsync(Order(10, 1));
        await shop.DeriveAsync();

        var changes = await shop.ChangesAsync();
        Assert.Equal([2L, 3L, 1L], changes.Select(c => c.CustomerId));
        Assert.Equal([2L, 3L, 4L], changes.Select(c => c.ChangeSeq));
        Assert.Equal(1, changes[^1].Metrics.OrdersCount);

        Assert.Equal([1L], (await shop.ChangesAsync(after: 3)).Select(c => c.CustomerId));
        Assert.Equal([2L], (await shop.Facts.ReadChangesAsync(shop.Tenant, 0, 1, default)).Select(c => c.CustomerId));
    }

    [Fact]
    public async Task Deleted_customer_is_in_the_feed_as_deleted()
    {
        var shop = NewShop();
        await shop.MergeAsync(Customer(1), Customer(2));
        await shop.DeriveAsync();
        await shop.MergeAsync(Customer(1, 2) with { Deleted = true });
        await shop.DeriveAsync();

        var changes = await shop.ChangesAsync();

        Assert.Equal([(2L, false), (1L, true)], changes.Select(c => (c.CustomerId, c.Deleted)));
    }
}
