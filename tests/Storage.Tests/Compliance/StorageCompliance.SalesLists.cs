using XSight.Storage;
using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Customers_are_found_by_the_days_of_their_orders_and_by_what_they_bought()
    {
        var shop = NewShop();
        await shop.MergeAsync(
            WithLines(Order(10, 1, day: 100), (5, 1, 1_000)),
            WithLines(Order(11, 1, day: 120), (6, 1, 1_000)),
            WithLines(Order(20, 2, day: 110), (5, 0, 0)),
            WithLines(Order(30, 3, day: 105, counted: false), (5, 1, 1_000)),
            WithLines(Order(31, 3, day: 120), (7, 1, 1_000)),
            WithLines(Order(40, null, day: 120), (5, 1, 1_000)));
        await shop.DeriveAsync();

        Assert.Equal([1L, 2L], await FoundAsync(shop, new() { FirstOrderFrom = 100, FirstOrderTo = 110 }));
        Assert.Equal([2L, 3L], await FoundAsync(shop, new() { FirstOrderFrom = 101 }));
        Assert.Equal([1L], await FoundAsync(shop, new() { FirstOrderTo = 109 }));
        Assert.Equal([1L, 3L], await FoundAsync(shop, new() { OrderedFrom = 111, OrderedTo = 120 }));
        Assert.Equal([1L], await FoundAsync(shop, new() { FirstOrderTo = 100, OrderedFrom = 120 }));
        Assert.Equal([1L, 2L], await FoundAsync(shop, new() { Bought = 5 }));
        Assert.Equal([2L], await FoundAsync(shop, new() { Bought = 5, OrderedFrom = 101 }));
        Assert.Empty(await FoundAsync(shop, new() { Bought = 8 }));
    }

    [Fact]
    public async Task Cursor_of_customers_belongs_to_its_filters_of_orders()
    {
        var shop = NewShop();
        await shop.MergeAsync(Order(10, 1), Order(20, 2));
        await shop.DeriveAsync();
        var query = new CustomerListQuery { Limit = 1, OrderedFrom = 1 };
        var page = await Database.Customers.ListAsync(shop.Tenant, query, NoThresholds, default);

        await Assert.ThrowsAsync<CursorFormatException>(
            () => Database.Customers.ListAsync(shop.Tenant, query with { OrderedFrom = 2, Cursor = page.NextCursor }, NoThresholds, default));
    }

    [Fact]
    public async Task Orders_are_listed_newest_first_by_every_filter()
    {
        var shop = NewShop();
        static OrderRow Test(OrderRow row) => row with { Fact = row.Fact with { Test = true }, Counted = false };
        static OrderRow Cancelled(OrderRow row) => row with { Fact = row.Fact with { CancelledAt = At(1) }, Counted = false };
        await shop.MergeAsync(
            [Customer(1, first: "Ann", last: "Lee")],
            [
                WithLines(Order(10, 1, day: 100, net: 1_000), (5, 1, 1_000)), Order(11, 1, day: 101, net: 500, counted: false), Test(Order(12, 2, day: 102)),
                Cancelled(Order(13, null, day: 103)), WithLines(Order(14, null, day: 103, net: 250), (6, 1, 1), (5, 1, 249)), Order(15, 1, day: 104, deleted: true) with { Counted = false },
            ]);

        Assert.Equal([14L, 13L, 12L, 11L, 10L], (await OrdersAsync(new())).Items.Select(o => o.OrderId));
        Assert.Equal([12L, 11L], (await OrdersAsync(new() { FromDay = 101, ToDay = 102 })).Items.Select(o => o.OrderId));
        Assert.Equal([14L, 10L], (await OrdersAsync(new() { Kind = SaleKind.Counted })).Items.Select(o => o.OrderId));
        Assert.Equal([12L], (await OrdersAsync(new() { Kind = SaleKind.Test })).Items.Select(o => o.OrderId));
        Assert.Equal([13L], (await OrdersAsync(new() { Kind = SaleKind.Cancelled })).Items.Select(o => o.OrderId));
        Assert.Equal([11L], (await OrdersAsync(new() { Kind = SaleKind.Unpaid })).Items.Select(o => o.OrderId));
        Assert.Equal([14L, 10L], (await OrdersAsync(new() { Product = 5 })).Items.Select(o => o.OrderId));
        Assert.Equal([11L, 10L], (await OrdersAsync(new() { CustomerId = 1 })).Items.Select(o => o.OrderId));
        Assert.Equal([14L, 13L], (await OrdersAsync(new() { Anonymous = true })).Items.Select(o => o.OrderId));
        Assert.Equal([12L, 11L, 10L], (await OrdersAsync(new() { Anonymous = false })).Items.Select(o => o.OrderId));
        var whole = await OrdersAsync(new());
        Assert.Equal((5, 1_250), (whole.Total, whole.CountedNetMinor));
        Assert.Equal(("Ann Lee", SaleKind.Counted, 100), (whole.Items[4].CustomerName, whole.Items[4].Kind, whole.Items[4].Day));

        Task<OrderPage> OrdersAsync(OrderListQuery query) => Database.Orders.ListAsync(shop.Tenant, query, default);
    }

    [Fact]
    public async Task Pages_of_orders_follow_one_another_without_gap_or_repeat()
    {
        var shop = NewShop();
        await shop.MergeAsync([.. Enumerable.Range(1, 23).Select(i => Order(i, 1, day: 100 + (i % 4)))]);
        var query = new OrderListQuery { Limit = 5, FromDay = 101 };
        var seen = new List<OrderListItem>();
        do
        {
            var page = await Database.Orders.ListAsync(shop.Tenant, query, default);
            seen.AddRange(page.Items);
            query = query with { Cursor = page.NextCursor };
        }
        while (query.Cursor is not null);

        Assert.Equal(seen.OrderByDescending(o => o.ProcessedAt).ThenByDescending(o => o.OrderId), seen);
        Assert.Equal(Enumerable.Range(1, 23).Where(i => i % 4 > 0).Select(i => (long)i), seen.Select(o => o.OrderId).Order());
    }

    [Fact]
    public async Task A_page_of_a_list_that_is_not_counted_holds_the_same_rows_and_leads_on()
    {
        var shop = NewShop();
        await shop.MergeAsync([Customer(1), Customer(2)], [Order(10, 1, net: 700), Order(11, 2, net: 300)]);
        var counted = await Database.Orders.ListAsync(shop.Tenant, new() { Limit = 1 }, default);
        var bare = await Database.Orders.ListAsync(shop.Tenant, new() { Limit = 1, Totals = false }, default);
        Assert.Equal(counted.Items, bare.Items);
        Assert.Equal((counted.NextCursor, 0, 0), (bare.NextCursor, bare.Total, bare.CountedNetMinor));
        Assert.Equal((2, 1_000), (counted.Total, counted.CountedNetMinor));

        var customers = await Database.Customers.ListAsync(shop.Tenant, new() { Limit = 1 }, NoThresholds, default);
        var uncounted = await Database.Customers.ListAsync(shop.Tenant, new() { Limit = 1, Totals = false }, NoThresholds, default);
        Assert.Equal(customers.Items.Select(i => i.CustomerId), uncounted.Items.Select(i => i.CustomerId));
        Assert.Equal((customers.NextCursor, 0, 0), (uncounted.NextCursor, uncounted.Total, uncounted.TotalSpentMinor));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense!")]
    [InlineData("bm9uc2Vuc2U")]
    public async Task Damaged_cursor_of_orders_is_refused(string cursor) =>
        await Assert.ThrowsAsync<CursorFormatException>(() => Database.Orders.ListAsync(NewShop().Tenant, new() { Cursor = cursor }, default));

    [Fact]
    public async Task Order_is_found_with_its_lines_and_refunds()
    {
        var shop = NewShop();
        var row = WithRefunds(WithLines(Order(10, 1, day: 100), (5, 2, 900), (0, 1, 100)), (101, 50), (102, 25));
        await shop.MergeAsync([Customer(1, first: "Ann")], [row, Order(11, null)]);

        var found = await Database.Orders.FindAsync(shop.Tenant, 10, default);

        Assert.Equal(Texts.Of(row), Texts.Of(found!.Row));
        Assert.Equal(("Ann", SaleKind.Counted), (found.CustomerName, found.Kind));
        Assert.True((await Database.Orders.FindAsync(shop.Tenant, 11, default))!.Row.Fact.Lines.IsDefault);
        Assert.Null(await Database.Orders.FindAsync(shop.Tenant, 12, default));
        Assert.Null(await Database.Orders.FindAsync(TenantId.New(), 10, default));
    }

    private async Task<IEnumerable<long>> FoundAsync(Shop shop, CustomerListQuery query)
    {
        var page = await Database.Customers.ListAsync(shop.Tenant, query, NoThresholds, default);
        Assert.Equal(page.Items.Count, page.Total);
        return page.Items.Select(i => i.CustomerId).Order();
    }
}
