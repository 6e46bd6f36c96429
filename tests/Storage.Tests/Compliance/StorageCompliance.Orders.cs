using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Sales_by_day_have_counted_orders_only()
    {
        var shop = NewShop();
        await shop.MergeAsync(
            Order(1, 1, day: 100, net: 10),
            Order(2, null, day: 100, net: 20),
            Order(3, 1, day: 100, net: 40, counted: false),
            Order(4, 1, day: 102, net: -5),
            Order(5, 1, day: 103, net: 80, deleted: true),
            Order(6, 1, day: 104, net: 160));

        Assert.Equal([new DaySales(100, 2, 30), new DaySales(102, 1, -5)], await Database.Orders.SalesByDayAsync(shop.Tenant, 100, 103, default));
        Assert.Equal((100, 104), await Database.Orders.SpanAsync(shop.Tenant, default));
    }

    [Fact]
    public async Task Returning_buyers_bought_before_or_twice()
    {
        var shop = NewShop();
        await shop.MergeAsync(
            Order(1, 1, day: 90), // bought before the period and in it
            Order(2, 1, day: 100),
            Order(3, 2, day: 100), // twice in it
            Order(4, 2, day: 101),
            Order(5, 3, day: 101), // once
            Order(6, 4, day: 90, counted: false), // before, but that one does not count
            Order(7, 4, day: 101),
            Order(8, 5, day: 90, deleted: true), // before, but that one is gone
            Order(9, 5, day: 101),
            Order(10, null, day: 101), // nobody
            Order(11, null, day: 101),
            Order(12, 6, day: 120)); // later

        Assert.Equal(new PeriodSales(8, 8_000, 5, 2), await Database.Orders.SalesAsync(shop.Tenant, 100, 110, default));
    }

    [Fact]
    public async Task Recent_orders_have_their_customers_names()
    {
        var shop = NewShop();
        await shop.MergeAsync([Customer(1, 1, "Ann", "Lee")], [Order(1, 1, day: 100), Order(2, null, day: 102), Order(3, 2, day: 101, counted: false), Order(4, 1, day: 103, deleted: true)]);

        var recent = await Database.Orders.RecentAsync(shop.Tenant, 3, default);

        Assert.Equal([(2L, null), (3L, null), (1L, "Ann Lee")], recent.Select(o => (o.OrderId, o.CustomerName)));
        Assert.Equal([true, false, true], recent.Select(o => o.Counted));
        Assert.Equal("#2", recent[0].Name);
        Assert.Equal(2, (await Database.Orders.RecentAsync(shop.Tenant, 2, default)).Count);
        Assert.Equal(3, await Database.Orders.CountAsync(shop.Tenant, default));
    }

    [Fact]
    public async Task Orders_are_found_by_their_ids_within_their_tenant()
    {
        var shop = NewShop();
        var other = NewShop();
        await shop.MergeAsync([Customer(1, 1, "Ann", "Lee")], [Order(1, 1, day: 100), Order(2, null, day: 102), Order(4, 1, day: 103, deleted: true)]);
        await other.MergeAsync(Order(3, 1, day: 100));

        var found = await Database.Orders.FindAsync(shop.Tenant, [1, 2, 3, 4, 99], default);

        Assert.Equal([(1L, "Ann Lee"), (2L, null)], found.OrderBy(o => o.OrderId).Select(o => (o.OrderId, o.CustomerName)));
        Assert.Empty(await Database.Orders.FindAsync(shop.Tenant, [], default));
    }

    [Fact]
    public async Task Shop_without_orders_has_no_span_and_no_sales()
    {
        var shop = NewShop();

        Assert.Null(await Database.Orders.SpanAsync(shop.Tenant, default));
        Assert.Empty(await Database.Orders.SalesByDayAsync(shop.Tenant, 0, 99_999, default));
        Assert.Equal(new PeriodSales(0, 0, 0, 0), await Database.Orders.SalesAsync(shop.Tenant, 0, 99_999, default));
        Assert.Empty(await Database.Orders.RecentAsync(shop.Tenant, 10, default));
        Assert.Equal(0, await Database.Orders.CountAsync(shop.Tenant, default));
    }
}
