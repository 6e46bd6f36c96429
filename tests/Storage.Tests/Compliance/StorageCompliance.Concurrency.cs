using XSight.Storage;
using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    private const int Writers = 4;
    private const int TurnsOfWriter = 60;

    [Fact]
    public async Task Reader_of_the_change_feed_misses_nothing_while_two_processes_write()
    {
        var shop = NewShop();
        await using var other = await fixture.OpenAsync(fixture.Url);
        var elsewhere = new Shop(other, shop.Tenant);

        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(() => WriteTurnsAsync(w % 2 == 0 ? shop : elsewhere, w))));
        var seen = new Dictionary<long, CustomerChange>();
        var position = 0L;
        bool last;
        do
        {
            last = writing.IsCompleted;
            foreach (var change in await shop.Facts.ReadChangesAsync(shop.Tenant, position, 7, default))
            {
                Assert.True(change.ChangeSeq > position, "Positions grow.");
                position = change.ChangeSeq;
                seen[change.CustomerId] = change;
                last = false;
            }
        }
        while (!last);

        await writing;
        var feed = await shop.ChangesAsync();
        Assert.Equal(feed, seen.Values.OrderBy(c => c.ChangeSeq));
        Assert.Equal(Writers * TurnsOfWriter, feed.Sum(c => c.Metrics.OrdersCount));
        Assert.Equal(Writers * TurnsOfWriter, await Database.Orders.CountAsync(shop.Tenant, default));
    }

    [Fact]
    public async Task Two_processes_that_merge_the_same_facts_in_opposite_order_agree()
    {
        var shop = NewShop();
        await using var other = await fixture.OpenAsync(fixture.Url);
        var elsewhere = new Shop(other, shop.Tenant);
        OrderRow[] facts = [.. Enumerable.Range(0, 300).Select(i => Order(i % 50, 1 + (i % 7), version: i, net: i))];

        await Task.WhenAll(
            MergeInPiecesAsync(shop, facts),
            MergeInPiecesAsync(elsewhere, [.. facts.Reverse()]));
        await shop.DeriveAsync();

        var stored = await Task.WhenAll(Enumerable.Range(1, 7).Select(c => shop.ReadAsync(c)));
        Assert.Equal(Enumerable.Range(250, 50), stored.SelectMany(c => c.Orders).Select(o => (int)o.Fact.NetMinor).Order());
        Assert.All(stored, c => Assert.Equal(c.Orders.Sum(o => o.Fact.NetMinor), c.Metrics.TotalSpentMinor));
    }

    private static async Task MergeInPiecesAsync(Shop shop, OrderRow[] facts)
    {
        foreach (var piece in facts.Chunk(25))
        {
            await shop.MergeAsync(piece);
        }
    }

    /// <summary>Each turn adds an order to one of a few customers, so that writers meet.</summary>
    private static async Task WriteTurnsAsync(Shop shop, int writer)
    {
        for (var i = 0; i < TurnsOfWriter; i++)
        {
            var customer = 1 + (i % 9);
            await shop.ApplyAsync(customer, null, Order((writer * 1_000) + i, customer));
        }
    }
}
