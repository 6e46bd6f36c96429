using XSight.Storage;
using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Shop_belongs_to_the_first_tenant_that_binds_it()
    {
        var (first, second, shop) = (TenantId.New(), TenantId.New(), NewDomain());
        Assert.Null(await Database.Tenants.FindByShopAsync(shop, default));

        Assert.True(await Database.Tenants.BindShopAsync(first, shop, default));
        Assert.True(await Database.Tenants.BindShopAsync(first, shop, default));
        Assert.False(await Database.Tenants.BindShopAsync(second, shop, default));

        Assert.Equal(first, await Database.Tenants.FindByShopAsync(shop, default));
        Assert.Contains((first, shop), await Database.Tenants.ListAsync(default));
    }

    [Fact]
    public async Task Of_tenants_that_bind_a_shop_at_once_exactly_one_gets_it()
    {
        var shop = NewDomain();

        var bound = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Database.Tenants.BindShopAsync(TenantId.New(), shop, default))));

        Assert.Single(bound, b => b);
    }

    [Fact]
    public async Task Sync_runs_keep_their_newest_revision_and_list_newest_first()
    {
        var shop = NewShop();
        var older = Run(shop, 1);
        var newer = Run(shop, 2) with { Kind = SyncKind.Incremental };
        await Database.SyncRuns.SaveAsync(older, default);
        await Database.SyncRuns.SaveAsync(newer, default);
        var failed = older with { Revision = 5, Phase = SyncPhase.Failed, EndedAt = At(9), Message = "The store says no.", CustomersTotal = 10, SecondsLeft = 1.5 };
        await Database.SyncRuns.SaveAsync(failed, default);
        await Database.SyncRuns.SaveAsync(older with { Revision = 4, Percent = 99 }, default);

        Assert.Equal([newer, failed], await Database.SyncRuns.ListAsync(shop.Tenant, 10, default));
        Assert.Equal([newer], await Database.SyncRuns.ListAsync(shop.Tenant, 1, default));
        Assert.Equal(failed, await Database.SyncRuns.FindAsync(shop.Tenant, older.Run, default));
        Assert.Null(await Database.SyncRuns.FindAsync(TenantId.New(), older.Run, default));
    }

    [Fact]
    public async Task Groups_are_replaced_and_moves_add_up()
    {
        var shop = NewShop();
        await Database.Groups.WriteAsync(
            shop.Tenant,
            [new(1, "new", null, At(1)), new(2, "loyal", "new", At(1)), new(2, "dormant", "loyal", At(2))],
            [new(20_000, "new", "loyal", 1, 100), new(20_000, "new", "loyal", 2, 50), new(20_007, "loyal", "dormant", 1, -7)],
            default);
        await Database.Groups.WriteAsync(shop.Tenant, [new(1, "loyal", "new", At(3))], [new(20_000, "new", "loyal", 1, 5)], default);

        Assert.Equal(
            [new CustomerGroup(1, "loyal", "new", At(3)), new CustomerGroup(2, "dormant", "loyal", At(2))],
            await Database.Groups.ReadAllAsync(shop.Tenant, default).ToListAsync());
        Assert.Equal(
            [new GroupTransition(20_007, "loyal", "dormant", 1, -7), new GroupTransition(20_000, "new", "loyal", 4, 155)],
            await Database.Groups.ReadTransitionsAsync(shop.Tenant, 20_000, default));
        Assert.Single(await Database.Groups.ReadTransitionsAsync(shop.Tenant, 20_001, default));
    }

    [Fact]
    public async Task Groups_of_a_large_shop_are_read_in_full()
    {
        var shop = NewShop();
        CustomerGroup[] groups = [.. Enumerable.Range(1, 20_003).Select(i => new CustomerGroup(i, "new", null, At(1)))];
        await Database.Groups.WriteAsync(shop.Tenant, groups, [], default);

        Assert.Equal(groups, await Database.Groups.ReadAllAsync(shop.Tenant, default).ToListAsync());
    }

    [Fact]
    public async Task Every_query_sees_its_own_tenant_only()
    {
        var (mine, other) = (NewShop(), NewShop());
        foreach (var shop in (Shop[])[mine, other])
        {
            await shop.MergeAsync([Customer(1, 1, "Ann"), Customer(2)], [Order(10, 1, day: 100, net: shop == mine ? 500 : 900), Order(11, 2, day: 101)]);
            await shop.DeriveAsync();
            await Database.Groups.WriteAsync(shop.Tenant, [new(1, "new", null, At(1))], [new(70, "new", "loyal", 1, 1)], default);
            await Database.SyncRuns.SaveAsync(Run(shop, 1), default);
        }

        await other.MergeAsync([Customer(3, 1, "Ann"), Customer(1, 9, "Eve")], [Order(12, 3), Order(10, 2, 9)]);

        await AssertMineAsync(mine);
    }

    [Fact]
    public async Task Erased_tenant_leaves_nothing_and_others_keep_everything()
    {
        var (mine, erased) = (NewShop(), NewShop());
        foreach (var shop in (Shop[])[mine, erased])
        {
            await shop.MergeAsync([Customer(1, 1, "Ann"), Customer(2)], [Order(10, 1, day: 100, net: 500), Order(11, 2, day: 101)]);
            await shop.DeriveAsync();
            await Database.Groups.WriteAsync(shop.Tenant, [new(1, "new", null, At(1))], [new(70, "new", "loyal", 1, 1)], default);
            await Database.SyncRuns.SaveAsync(Run(shop, 1), default);
            await Database.Tenants.BindShopAsync(shop.Tenant, NewDomain(), default);
            await Database.Reconciliations.SaveAsync(Compared(shop, 1), default);
        }

        foreach (var shop in (Shop[])[mine, erased])
        {
            await Database.Inbox.CompleteAsync(shop.Tenant, [await AppendAsync(shop, "done")], default);
            await Database.Inbox.BuryAsync(shop.Tenant, await AppendAsync(shop, "dead"), "It failed.", default);
            await AppendAsync(shop, "waiting");
        }

        await erased.Facts.MergeCustomersAsync(erased.Tenant, 2, 4, At(1), [], default);

        await erased.Facts.EraseTenantAsync(erased.Tenant, default);

        await AssertMineAsync(mine);
        Assert.Null(await Database.Inbox.AppendAsync(Delivery(mine, "done"), default));
        Assert.Single(await DueAsync(mine));
        Assert.Equal([mine.Tenant], (await Database.Inbox.ListDeadAsync(null, 1_000, default)).Select(d => d.Item.Delivery.Tenant).Intersect([mine.Tenant, erased.Tenant]));
        Assert.Empty(await DueAsync(erased));
        await AppendAsync(erased, "done");
        await erased.MergeAsync(Order(30, 4));
        Assert.Equal(4, Assert.Single((await erased.ReadAsync(4)).Orders).Fact.CustomerId);
        await erased.Facts.EraseTenantAsync(erased.Tenant, default);
        Assert.Null(await erased.Facts.ReadCustomerAsync(erased.Tenant, 1, default));
        Assert.Empty(await erased.ChangesAsync());
        Assert.Equal(0, await Database.Customers.CountAsync(erased.Tenant, default));
        Assert.Equal(0, await Database.Orders.CountAsync(erased.Tenant, default));
        Assert.Empty(await Database.SyncRuns.ListAsync(erased.Tenant, 10, default));
        Assert.Equal(0, (await Database.Reconciliations.ListAsync(erased.Tenant, null, 10, default)).Total);
        Assert.Equal(1, (await Database.Reconciliations.ListAsync(mine.Tenant, null, 10, default)).Total);
        Assert.Empty(await Database.Groups.ReadAllAsync(erased.Tenant, default).ToListAsync());
        Assert.Empty(await Database.Groups.ReadTransitionsAsync(erased.Tenant, 0, default));
        Assert.DoesNotContain(await Database.Tenants.ListAsync(default), t => t.Tenant == erased.Tenant);
        Assert.Equal(new MergeResult(1, 0, 0, 0), await erased.MergeAsync(Customer(1)));
        Assert.Equal(1, await Database.Customers.CountAsync(erased.Tenant, default));
    }

    private async Task AssertMineAsync(Shop mine)
    {
        await AssertTouchedAsync(mine);
        Assert.Equal("Ann", (await mine.ReadAsync(1)).Customer.FirstName);
        Assert.Equal(500, Assert.Single((await mine.ReadAsync(1)).Orders).Fact.NetMinor);
        Assert.Equal([(1L, 1L), (2L, 2L)], (await mine.ChangesAsync()).Select(c => (c.CustomerId, c.ChangeSeq)));
        Assert.Equal(2, await Database.Customers.CountAsync(mine.Tenant, default));
        Assert.Equal(2, await Database.Orders.CountAsync(mine.Tenant, default));
        var page = await Database.Customers.ListAsync(mine.Tenant, new(), NoThresholds, default);
        Assert.Equal((2L, 1_500L, 2), (page.Total, page.TotalSpentMinor, page.Items.Count));
        Assert.Single((await Database.Customers.ListAsync(mine.Tenant, new() { Search = "ann" }, NoThresholds, default)).Items);
        Assert.Null(await Database.Customers.FindAsync(mine.Tenant, 3, NoThresholds, default));
        Assert.Equal([new DaySales(100, 1, 500), new DaySales(101, 1, 1_000)], await Database.Orders.SalesByDayAsync(mine.Tenant, 0, 999, default));
        Assert.Equal(new PeriodSales(2, 1_500, 2, 0), await Database.Orders.SalesAsync(mine.Tenant, 0, 999, default));
        Assert.Equal([11L, 10L], (await Database.Orders.RecentAsync(mine.Tenant, 10, default)).Select(o => o.OrderId));
        Assert.Equal((100, 101), await Database.Orders.SpanAsync(mine.Tenant, default));
        Assert.Single(await Database.Groups.ReadAllAsync(mine.Tenant, default).ToListAsync());
        Assert.Equal(1, Assert.Single(await Database.Groups.ReadTransitionsAsync(mine.Tenant, 0, default)).Customers);
        Assert.Single(await Database.SyncRuns.ListAsync(mine.Tenant, 10, default));
    }

    private static ShopDomain NewDomain() => ShopDomain.Parse($"s{Guid.NewGuid():n}.myshopify.com");

    private static SyncProgress Run(Shop shop, int version) => new()
    {
        Tenant = shop.Tenant,
        Run = SyncRunId.New(At(version)),
        Kind = SyncKind.Full,
        Phase = SyncPhase.Orders,
        Percent = 12.5,
        CustomersDone = 3,
        OrdersDone = 4,
        RatePerSecond = 1_000.25,
        StartedAt = At(version),
        Revision = version,
    };
}
