using XSight.Storage;
using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Versions_of_a_window_are_those_last_changed_in_it_and_not_deleted()
    {
        var shop = NewShop();
        await shop.MergeAsync(Order(1, 1, version: 10, net: 5), Order(2, null, version: 20, counted: false), Order(3, 1, version: 20, net: 7), Order(4, 1, version: 30), Order(5, 1, version: 15, deleted: true));
        await shop.MergeAsync(Order(4, 1, version: 40));
        await NewShop().MergeAsync(Order(6, 1, version: 20));

        Assert.Equal(
            [new OrderVersion(1, At(10), 5), new OrderVersion(2, At(20), 1_000), new OrderVersion(3, At(20), 7)],
            await Database.Reconciliations.ListVersionsAsync(shop.Tenant, At(10), At(40), default));
        Assert.Equal(3, await Database.Reconciliations.CountOrdersAsync(shop.Tenant, At(10), At(40), default));
        Assert.Equal(4, await Database.Reconciliations.CountOrdersAsync(shop.Tenant, At(10), At(41), default));
        Assert.Equal(At(10), await Database.Reconciliations.OldestChangeAsync(shop.Tenant, default));
        Assert.Null(await Database.Reconciliations.OldestChangeAsync(TenantId.New(), default));
    }

    [Fact]
    public async Task Versions_are_found_by_id_deleted_ones_too()
    {
        var shop = NewShop();
        await shop.MergeAsync(Order(1, 1, version: 3), Order(2, 1, version: 4));
        await shop.Facts.DeleteOrderAsync(shop.Tenant, 2, At(9), [], default);

        var found = await Database.Reconciliations.FindVersionsAsync(shop.Tenant, [2, 1, 7], default);

        Assert.Equal([new OrderVersion(1, At(3), 1_000), new OrderVersion(2, At(9), 1_000, Deleted: true)], found.Values.OrderBy(v => v.OrderId));
    }

    [Fact]
    public async Task A_window_is_cut_into_pieces_that_together_hold_every_order_once()
    {
        var shop = NewShop();
        await shop.MergeAsync([.. Enumerable.Range(1, 1_000).Select(i => Order(i, null, version: i / 7))]);

        var cuts = await Database.Reconciliations.CutAsync(shop.Tenant, At(0), At(500), 100, default);

        Assert.InRange(cuts.Count, 9, 10);
        var edges = new[] { At(0) }.Concat(cuts).Append(At(500)).ToList();
        Assert.True(edges.Zip(edges.Skip(1)).All(edge => edge.First < edge.Second));
        var counts = await Task.WhenAll(edges.Zip(edges.Skip(1)).Select(edge => Database.Reconciliations.CountOrdersAsync(shop.Tenant, edge.First, edge.Second, default)));
        Assert.Equal(1_000, counts.Sum());
        Assert.InRange(counts.Max(), 1, 110);
        Assert.Empty(await Database.Reconciliations.CutAsync(shop.Tenant, At(0), At(500), 5_000, default));
    }

    [Fact]
    public async Task Comparisons_are_listed_newest_first_page_by_page()
    {
        var shop = NewShop();
        var (first, second, third) = (Compared(shop, 1), Compared(shop, 2) with { CompleteTo = null, Message = "The store did not answer." }, Compared(shop, 3) with { WholeHistory = false });
        foreach (var one in (Reconciliation[])[second, third, first, first with { Mended = 4 }])
        {
            await Database.Reconciliations.SaveAsync(one, default);
        }

        await Database.Reconciliations.SaveAsync(Compared(NewShop(), 9), default);

        var page = await Database.Reconciliations.ListAsync(shop.Tenant, null, 2, default);
        Assert.Equal([third, second], page.Items);
        var rest = await Database.Reconciliations.ListAsync(shop.Tenant, page.NextCursor, 2, default);
        Assert.Equal([first with { Mended = 4 }], rest.Items);
        Assert.Equal((3L, 3L, null), (page.Total, rest.Total, rest.NextCursor));
        Assert.Equal(third, await Database.Reconciliations.FindLastCompleteAsync(shop.Tenant, wholeHistory: false, default));
        Assert.Equal(first with { Mended = 4 }, await Database.Reconciliations.FindLastCompleteAsync(shop.Tenant, wholeHistory: true, default));
        Assert.Null(await Database.Reconciliations.FindLastCompleteAsync(TenantId.New(), wholeHistory: false, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("x.run-1")]
    [InlineData("12.nothing")]
    public async Task A_damaged_cursor_of_comparisons_is_refused(string cursor)
    {
        var tenant = NewShop().Tenant;

        await Assert.ThrowsAsync<CursorFormatException>(() => Database.Reconciliations.ListAsync(tenant, cursor, 10, default));
    }

    private static Reconciliation Compared(Shop shop, int version) => new()
    {
        Tenant = shop.Tenant,
        Run = SyncRunId.New(At(version)),
        StartedAt = At(version),
        EndedAt = At(version + 1),
        CompleteTo = At(version),
        Days = 7,
        WholeHistory = true,
        OrdersCompared = 70_000,
        OrdersListed = 900,
        Missing = 1,
        Outdated = 2,
        Surplus = 3,
        Mended = 6,
    };
}
