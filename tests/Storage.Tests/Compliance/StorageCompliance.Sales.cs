using XSight.Storage;
using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Buyer_comes_with_all_orders_their_lines_and_refunds_oldest_first()
    {
        var shop = NewShop();
        var second = WithRefunds(WithLines(Order(11, 1, day: 102, net: 700), (5, 2, 600), (0, 1, 100)), (103, 50), (110, 25));
        second = second with { Fact = second.Fact with { SourceName = "web", CountryCode = "SE", DiscountCodes = Words("SPRING", "EXTRA") } };
        await shop.MergeAsync(second, Order(10, 1, day: 101));
        await shop.DeriveAsync();

        var (buyers, _) = await shop.SalesAsync();

        var orders = buyers[1];
        Assert.Equal([10L, 11L], orders.Select(o => o.OrderId));
        var expected = new SaleOrder
        {
            OrderId = 11,
            Day = 102,
            ProcessedAtMs = second.Fact.ProcessedAt.ToUnixTimeMilliseconds(),
            Kind = SaleKind.Counted,
            GrossMinor = 800,
            NetMinor = 700,
            Source = "web",
            Country = "SE",
            Discount = "SPRING",
            Lines = [new SaleLine(5, 2, 600), new SaleLine(0, 1, 100)],
            Refunds = [new SaleRefund(103, 50), new SaleRefund(110, 25)],
        };
        Assert.Equal(Texts.Of(expected), Texts.Of(orders[1]));
        Assert.Equal((null, null, null), (orders[0].Source, orders[0].Country, orders[0].Discount));
        Assert.Empty(orders[0].Lines);
        Assert.Empty(orders[0].Refunds);
    }

    [Fact]
    public async Task Kind_of_an_order_is_the_first_reason_that_holds()
    {
        var shop = NewShop();
        static OrderRow With(long id, bool counted, bool test, bool cancelled) => Order(id, 1, day: (int)id, counted: counted) is var row
            ? row with { Fact = row.Fact with { Test = test, CancelledAt = cancelled ? At(9) : null } }
            : row;
        await shop.MergeAsync(With(1, true, false, false), With(2, false, true, true), With(3, false, false, true), With(4, false, false, false));
        await shop.DeriveAsync();

        Assert.Equal(
            [SaleKind.Counted, SaleKind.Test, SaleKind.Cancelled, SaleKind.Unpaid], (await shop.SalesAsync()).Buyers[1].Select(o => o.Kind));
    }

    [Fact]
    public async Task Feed_goes_on_from_its_position_with_those_that_changed()
    {
        var shop = NewShop();
        await shop.MergeAsync(Order(10, 1), Order(20, 2), Order(30, null));
        await shop.DeriveAsync();
        var (buyers, end) = await shop.SalesAsync();
        Assert.Equal([-30L, 1L, 2L], buyers.Keys);
        Assert.Empty((await shop.SalesAsync(end)).Buyers);

        await shop.MergeAsync(Order(20, 2, 2, net: 900));
        await shop.DeriveAsync();

        var (changed, next) = await shop.SalesAsync(end);
        Assert.Equal([2L], changed.Keys);
        Assert.Equal(900, Assert.Single(changed[2]).NetMinor);
        Assert.NotEqual(end, next);
    }

    [Fact]
    public async Task Pages_of_any_size_bring_every_buyer_once_the_feed_is_read_to_its_end()
    {
        var shop = NewShop();
        await shop.MergeAsync([.. Enumerable.Range(1, 40).Select(i => Order(i, i % 3 == 0 ? null : i % 7 + 1, day: i))]);
        await shop.DeriveAsync();
        var whole = Texts.Of((await shop.SalesAsync()).Buyers);

        foreach (var limit in new[] { 1, 2, 3, 7, 20 })
        {
            Assert.Equal(whole, Texts.Of((await shop.SalesAsync(limit: limit)).Buyers));
        }
    }

    [Fact]
    public async Task Orders_by_id_are_those_of_the_feed()
    {
        var shop = NewShop();
        await shop.MergeAsync([.. Enumerable.Range(1, 40).Select(i => WithLines(Order(i, i % 3 == 0 ? null : (i % 7) + 1, day: i), (5, 1, i)))]);
        await shop.MergeAsync(Order(4, 5, 2, deleted: true), Order(6, null, 2, deleted: true));
        await shop.DeriveAsync();
        var (buyers, end) = await shop.SalesAsync();
        var expected = buyers.SelectMany(b => b.Value.Select(order => new BuyerOrder(b.Key, order))).OrderBy(o => o.Order.OrderId).ToList();

        foreach (var limit in new[] { 1, 7, 38, 100 })
        {
            Assert.Equal(Texts.Of(expected), Texts.Of(await ReadOrdersAsync(shop, limit)));
        }

        Assert.Equal(38, expected.Count);
        Assert.Equal(end, await Database.Sales.ReadEndAsync(shop.Tenant, default));
        Assert.Equal(default, await Database.Sales.ReadEndAsync(TenantId.New(), default));
    }

    private async Task<List<BuyerOrder>> ReadOrdersAsync(Shop shop, int limit)
    {
        var (orders, after) = (new List<BuyerOrder>(), 0L);
        IReadOnlyList<BuyerOrder> page;
        do
        {
            page = await Database.Sales.ReadOrdersAsync(shop.Tenant, after, limit, default);
            orders.AddRange(page);
            after = page.Count > 0 ? page[^1].Order.OrderId : after;
        }
        while (page.Count == limit);

        return orders;
    }

    [Fact]
    public async Task Anonymous_order_is_a_buyer_of_its_own_until_it_gets_a_customer_or_is_deleted()
    {
        var shop = NewShop();
        await shop.MergeAsync(Order(10, null), Order(11, null), Order(12, null));
        var (buyers, end) = await shop.SalesAsync();
        Assert.Equal([-12L, -11L, -10L], buyers.Keys);

        await shop.MergeAsync(Order(10, 1, 2), Order(11, null, 2, deleted: true), Order(13, null));
        await shop.DeriveAsync();

        var (changed, _) = await shop.SalesAsync(end);
        Assert.Equal([-13L, -11L, -10L, 1L], changed.Keys);
        Assert.Empty(changed[-10]);
        Assert.Empty(changed[-11]);
        Assert.Single(changed[-13]);
        Assert.Single(changed[1]);
    }

    [Fact]
    public async Task Order_that_loses_its_customer_leaves_it_and_becomes_a_buyer()
    {
        var shop = NewShop();
        await shop.MergeAsync(Order(10, 1));
        await shop.DeriveAsync();
        var (_, end) = await shop.SalesAsync();

        await shop.MergeAsync(Order(10, null, 2));
        await shop.DeriveAsync();

        var (changed, _) = await shop.SalesAsync(end);
        Assert.Empty(changed[1]);
        Assert.Single(changed[-10]);
    }

    [Fact]
    public async Task Turn_of_orders_without_a_customer_tells_the_feed()
    {
        var shop = NewShop();
        await shop.Facts.ApplyAsync(shop.Tenant, null, null, [WithLines(Order(10, null), (5, 1, 1_000))], [], Derive, default);
        var (_, end) = await shop.SalesAsync();

        await shop.Facts.DeleteOrderAsync(shop.Tenant, 10, At(9), [], default);

        Assert.Empty((await shop.SalesAsync(end)).Buyers[-10]);
    }

    [Fact]
    public async Task Newest_fact_that_tells_lines_and_refunds_has_them_in_whatever_order_facts_come()
    {
        OrderRow[] facts =
        [
            Order(10, 1, 4, net: 400),
            WithLines(Order(10, 1, 3, net: 300), (5, 3, 300)),
            WithRefunds(WithLines(Order(10, 1, 2, net: 200), (5, 2, 200), (6, 1, 10)), (101, 20)),
            WithRefunds(Order(10, 1, 1, net: 100), (101, 10), (102, 5)),
        ];
        foreach (var order in new int[][] { [0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2] })
        {
            var shop = NewShop();
            foreach (var i in order)
            {
                await shop.MergeAsync(facts[i]);
            }

            await shop.DeriveAsync();
            var sale = Assert.Single((await shop.SalesAsync()).Buyers[1]);
            Assert.Equal(400, sale.NetMinor);
            Assert.Equal([new SaleLine(5, 3, 300)], sale.Lines);
            Assert.Equal([new SaleRefund(101, 20)], sale.Refunds);
        }
    }

    [Fact]
    public async Task Equal_order_with_other_lines_or_refunds_wins_and_the_same_again_does_not()
    {
        var shop = NewShop();
        var first = WithRefunds(WithLines(Order(10, 1, 5), (5, 1, 1_000)), (101, 10));
        await shop.MergeAsync(first);
        await shop.DeriveAsync();
        Assert.Equal(0, (await shop.MergeAsync(first)).OrdersMerged);

        Assert.Equal(1, (await shop.MergeAsync(WithLines(first, (5, 1, 400), (6, 1, 600)))).OrdersMerged);
        await AssertTouchedAsync(shop, 1L);
        await shop.DeriveAsync();
        Assert.Equal(1, (await shop.MergeAsync(WithLines(WithRefunds(first), (5, 1, 400), (6, 1, 600)))).OrdersMerged);
        await shop.DeriveAsync();

        var sale = Assert.Single((await shop.SalesAsync()).Buyers[1]);
        Assert.Equal([new SaleLine(5, 1, 400), new SaleLine(6, 1, 600)], sale.Lines);
        Assert.Empty(sale.Refunds);
    }

    [Fact]
    public async Task Line_that_a_source_repeats_is_stored_once()
    {
        var shop = NewShop();
        var row = WithLines(Order(10, 1), (5, 1, 100));

        await shop.MergeAsync(row with { Fact = row.Fact with { Lines = [.. row.Fact.Lines, row.Fact.Lines[0] with { Title = "Renamed" }] } });

        Assert.Equal("Renamed", (await Database.Sales.ReadTitlesAsync(shop.Tenant, [5], default))[5]);
    }

    [Fact]
    public async Task Refunds_without_their_days_are_refused()
    {
        var row = WithRefunds(Order(10, 1), (101, 10)) with { RefundDays = [] };

        await Assert.ThrowsAsync<ArgumentException>(() => NewShop().MergeAsync(row));
    }

    [Fact]
    public async Task Titles_are_those_of_the_newest_order()
    {
        var shop = NewShop();
        OrderRow Sold(long id, string title, params long[] products) => WithLines(Order(id, 1), [.. products.Select(p => (p, 1, 100L))]) is var row
            ? row with { Fact = row.Fact with { Lines = [.. row.Fact.Lines.Select(l => l with { Title = title })] } }
            : row;
        await shop.MergeAsync(Sold(12, "New", 5), Sold(11, "Old", 5, 6));

        var titles = await Database.Sales.ReadTitlesAsync(shop.Tenant, [5, 6, 7, 5], default);

        Assert.Equal(new Dictionary<long, string> { [5] = "New", [6] = "Old" }, titles);
        Assert.Empty(await Database.Sales.ReadTitlesAsync(shop.Tenant, [], default));
        Assert.Empty(await Database.Sales.ReadTitlesAsync(TenantId.New(), [5], default));
    }

    [Fact]
    public async Task Erased_tenant_has_no_sales_left_and_another_keeps_its_own()
    {
        var (gone, kept) = (NewShop(), NewShop());
        foreach (var shop in new[] { gone, kept })
        {
            await shop.MergeAsync(WithRefunds(WithLines(Order(10, 1), (5, 1, 100)), (101, 1)), WithLines(Order(11, null), (6, 1, 100)));
            await shop.DeriveAsync();
        }

        await gone.Facts.EraseTenantAsync(gone.Tenant, default);

        Assert.Empty((await gone.SalesAsync()).Buyers);
        Assert.Empty(await Database.Sales.ReadTitlesAsync(gone.Tenant, [5, 6], default));
        Assert.Equal([-11L, 1L], (await kept.SalesAsync()).Buyers.Keys);
        Assert.Equal(2, (await Database.Sales.ReadTitlesAsync(kept.Tenant, [5, 6], default)).Count);
    }

    [Fact]
    public async Task Page_of_sales_beyond_the_limit_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Database.Sales.ReadAsync(NewShop().Tenant, default, ISalesStore.PageBuyersMax + 1, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Database.Sales.ReadOrdersAsync(NewShop().Tenant, 0, ISalesStore.PageOrdersMax + 1, default));
    }
}
