using XSight.Storage;
using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Delivery_is_done_with_the_turn_that_is_its_effect()
    {
        var shop = NewShop();
        var (first, second, other) = (await AppendAsync(shop, "a"), await AppendAsync(shop, "b"), await AppendAsync(shop, "c"));

        var change = await shop.Facts.ApplyAsync(shop.Tenant, 1, null, [Order(10, 1, net: 500)], [first, second], Derive, default);

        Assert.Equal(500, change!.Metrics.TotalSpentMinor);
        Assert.Equal([other], (await DueAsync(shop)).Select(d => d.InboxSeq));
    }

    [Fact]
    public async Task Delivery_of_stale_facts_is_done_though_nothing_changed()
    {
        var shop = NewShop();
        await shop.ApplyAsync(1, null, Order(10, 1, version: 5));
        var seq = await AppendAsync(shop, "a");

        Assert.Null(await shop.Facts.ApplyAsync(shop.Tenant, 1, null, [Order(10, 1, version: 4)], [seq], Derive, default));

        Assert.Empty(await DueAsync(shop));
    }

    [Fact]
    public async Task Delivery_waits_on_when_its_turn_fails()
    {
        var shop = NewShop();
        var seq = await AppendAsync(shop, "a");

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => shop.Facts.ApplyAsync(shop.Tenant, 1, null, [Order(10, 1)], [seq], _ => throw new InvalidOperationException("It fails."), default));

        Assert.Equal([seq], (await DueAsync(shop)).Select(d => d.InboxSeq));
        Assert.Equal(0, await Database.Orders.CountAsync(shop.Tenant, default));
    }

    [Fact]
    public async Task Concurrent_turns_finish_their_own_deliveries()
    {
        var shop = NewShop();
        var seqs = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => AppendAsync(shop, $"w{i}")));

        await Task.WhenAll(seqs.Take(50).Select((seq, i) => i % 5 == 0
            ? shop.Facts.ApplyAsync(shop.Tenant, null, null, [Order(i, null)], [seq], Derive, default)
            : shop.Facts.ApplyAsync(shop.Tenant, i % 7, null, [Order(i, i % 7)], [seq], Derive, default)));

        Assert.Equal(seqs.Skip(50).Order(), (await DueAsync(shop)).Select(d => d.InboxSeq).Order());
        Assert.Equal(50, await Database.Orders.CountAsync(shop.Tenant, default));
    }

    [Fact]
    public async Task Order_without_a_customer_counts_in_revenue_and_makes_no_customer()
    {
        var shop = NewShop();
        var seq = await AppendAsync(shop, "a");

        Assert.Null(await shop.Facts.ApplyAsync(shop.Tenant, null, null, [Order(10, null, day: 100, net: 500)], [seq], Derive, default));

        Assert.Equal([new DaySales(100, 1, 500)], await Database.Orders.SalesByDayAsync(shop.Tenant, 0, 999, default));
        Assert.Equal(0, await Database.Customers.CountAsync(shop.Tenant, default));
        Assert.Empty(await shop.ChangesAsync());
        Assert.Empty(await DueAsync(shop));
        await Assert.ThrowsAsync<ArgumentException>(() => shop.Facts.ApplyAsync(shop.Tenant, null, Customer(1), [], [], Derive, default));
    }

    [Fact]
    public async Task Deleted_order_touches_its_customer_and_its_delivery_is_done()
    {
        var shop = NewShop();
        await shop.ApplyAsync(1, null, Order(10, 1, version: 5));
        var seq = await AppendAsync(shop, "a");

        Assert.Equal(1, await shop.Facts.DeleteOrderAsync(shop.Tenant, 10, At(6), [seq], default));

        await AssertTouchedAsync(shop, 1);
        Assert.Empty(await DueAsync(shop));
        Assert.Equal(0, await Database.Orders.CountAsync(shop.Tenant, default));
        Assert.Null(await shop.Facts.DeleteOrderAsync(shop.Tenant, 10, At(6), [], default));
    }

    [Fact]
    public async Task Order_deleted_before_anybody_told_of_it_does_not_appear()
    {
        var shop = NewShop();
        var seq = await AppendAsync(shop, "a");

        Assert.Null(await shop.Facts.DeleteOrderAsync(shop.Tenant, 10, At(6), [seq], default));
        Assert.Equal(new MergeResult(0, 0, 0, 1), await shop.MergeAsync(Order(10, 1, version: 5)));

        Assert.Empty(await DueAsync(shop));
        Assert.Equal(0, await Database.Orders.CountAsync(shop.Tenant, default));
        Assert.Empty(await Database.Orders.SalesByDayAsync(shop.Tenant, 0, 999, default));
    }

    [Fact]
    public async Task Deletion_older_than_what_is_known_of_the_order_changes_nothing()
    {
        var shop = NewShop();
        await shop.ApplyAsync(1, null, Order(10, 1, version: 5));

        Assert.Null(await shop.Facts.DeleteOrderAsync(shop.Tenant, 10, At(4), [], default));

        await AssertTouchedAsync(shop);
        Assert.Equal(1, await Database.Orders.CountAsync(shop.Tenant, default));
    }

    [Fact]
    public async Task Merged_customers_orders_are_the_kept_ones_and_both_are_derived_anew()
    {
        var shop = NewShop();
        await shop.ApplyAsync(1, Customer(1, 1, "Ann"), Order(10, 1, net: 500));
        await shop.ApplyAsync(2, Customer(2, 1, "Anna"), Order(20, 2, net: 70));
        var seq = await AppendAsync(shop, "a");

        await shop.Facts.MergeCustomersAsync(shop.Tenant, 1, 2, At(6), [seq], default);

        await AssertTouchedAsync(shop, 1, 2);
        Assert.Empty(await DueAsync(shop));
        await shop.DeriveAsync();
        Assert.Equal((2, 570L), ((await shop.ReadAsync(1)).Metrics.OrdersCount, (await shop.ReadAsync(1)).Metrics.TotalSpentMinor));
        var gone = await shop.ReadAsync(2);
        Assert.True(gone.Customer.Deleted);
        Assert.Empty(gone.Orders);
        Assert.Equal(CustomerMetrics.None, gone.Metrics);
        Assert.Equal(1, await Database.Customers.CountAsync(shop.Tenant, default));
    }

    [Fact]
    public async Task Facts_of_a_merged_customer_that_come_later_are_the_kept_ones()
    {
        var shop = NewShop();
        await shop.Facts.MergeCustomersAsync(shop.Tenant, 1, 2, At(6), [], default);
        await shop.DeriveAsync();

        Assert.Null(await shop.ApplyAsync(2, null, Order(20, 2, version: 9)));
        await shop.ApplyAsync(2, Customer(2, 9, "Anna"));

        await AssertTouchedAsync(shop, 1);
        Assert.Equal(20, Assert.Single((await shop.ReadAsync(1)).Orders).Fact.OrderId);
        Assert.True((await shop.ReadAsync(2)).Customer.Deleted);
        await shop.DeriveAsync();
        Assert.Equal(new MergeResult(0, 1, 0, 1), await shop.MergeAsync([Customer(2, 9, "Anna")], [Order(20, 2, version: 9)]));
        await shop.Facts.MergeCustomersAsync(shop.Tenant, 1, 2, At(6), [], default);
        await shop.Facts.MergeCustomersAsync(shop.Tenant, 2, 1, At(7), [], default);
        await AssertTouchedAsync(shop);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Customers_merged_one_after_another_end_in_the_last(bool lastFirst)
    {
        var shop = NewShop();
        await shop.MergeAsync(Order(10, 1), Order(20, 2), Order(30, 3));
        (long Kept, long Gone)[] merges = lastFirst ? [(1, 2), (2, 3)] : [(2, 3), (1, 2)];

        foreach (var (kept, gone) in merges)
        {
            await shop.Facts.MergeCustomersAsync(shop.Tenant, kept, gone, At(6), [], default);
        }

        await shop.MergeAsync(Order(31, 3));
        Assert.Equal([10L, 20L, 30L, 31L], (await shop.ReadAsync(1)).Orders.Select(o => o.Fact.OrderId).Order());
    }

    [Fact]
    public async Task Fact_that_does_not_tell_tags_and_consent_leaves_what_is_known()
    {
        var shop = NewShop();
        await shop.MergeAsync(Customer(1, 3, "Ann") with { Tags = Words("vip"), EmailConsent = "subscribed" });

        await shop.MergeAsync(Customer(1, 5, "Anna") with { Tags = default });

        var known = (await shop.ReadAsync(1)).Customer;
        Assert.Equal(("Anna", "subscribed", "vip"), (known.FirstName, known.EmailConsent, Assert.Single(known.Tags)));
        await shop.MergeAsync(Customer(1, 6, "Anna") with { EmailConsent = "unsubscribed" });
        Assert.Empty((await shop.ReadAsync(1)).Customer.Tags);
    }

    [Fact]
    public async Task Older_fact_that_comes_later_still_tells_the_tags_and_consent_nobody_told()
    {
        var shop = NewShop();
        await shop.MergeAsync(Customer(1, 5, "Anna") with { Tags = default });
        await shop.MergeAsync(Customer(2, 5, "Bea"), Customer(2, 4, "B") with { Tags = default, EmailConsent = "pending" });

        var result = await shop.MergeAsync(Customer(1, 3, "Ann") with { Tags = Words("vip"), EmailConsent = "subscribed" });

        Assert.Equal(new MergeResult(1, 0, 0, 0), result);
        var known = (await shop.ReadAsync(1)).Customer;
        Assert.Equal(("Anna", At(5), "subscribed", "vip"), (known.FirstName, known.UpdatedAt, known.EmailConsent, Assert.Single(known.Tags)));
        Assert.Equal("pending", (await shop.ReadAsync(2)).Customer.EmailConsent);
        Assert.Equal(new MergeResult(0, 1, 0, 0), await shop.MergeAsync(Customer(1, 2) with { Tags = Words("old"), EmailConsent = "pending" }));
    }

    [Theory]
    [MemberData(nameof(SeedNumbers))]
    public async Task Facts_deletions_and_merges_end_alike_in_any_order(int seed)
    {
        var random = new Random(seed);
        var history = new History(seed);
        List<Func<Shop, Task>> told =
        [
            .. history.VersionedCustomers().Select(c => (Func<Shop, Task>)(shop => shop.MergeAsync(c))),
            .. history.VersionedOrders().Select(o => (Func<Shop, Task>)(shop => shop.MergeAsync(o))),
            .. Enumerable.Range(0, 4).Select(_ => history.Deletion()).Select(d => (Func<Shop, Task>)(
                shop => shop.Facts.DeleteOrderAsync(shop.Tenant, d.OrderId, d.At.AddSeconds(1), [], default))),
            .. history.MergesOfEachOnce().Select(m => (Func<Shop, Task>)(
                shop => shop.Facts.MergeCustomersAsync(shop.Tenant, m.Kept, m.Gone, At(1), [], default))),
        ];

        var states = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            var shop = NewShop();
            var order = told.Concat(told.Where(_ => random.Next(4) == 0)).ToArray();
            random.Shuffle(order);
            foreach (var tell in order)
            {
                await tell(shop);
            }

            await shop.DeriveAsync();
            states.Add(await StateAsync(shop));
        }

        Assert.True(states.Distinct().Count() == 1, $"Seed {seed}:\n{string.Join("\n", states)}");
    }

    /// <summary>All that a reader may see, but the positions of the feed.</summary>
    private async Task<string> StateAsync(Shop shop)
    {
        var customers = await shop.Facts.ReadChangesAsync(shop.Tenant, 0, 1_000, default);
        var facts = await Task.WhenAll(customers.Select(c => c.CustomerId).Order().Select(shop.ReadAsync));
        return string.Join("\n", facts.Select(f => Texts.Of(f with { FactsVersion = 0 })))
            + Texts.Of(await Database.Orders.SalesByDayAsync(shop.Tenant, 0, 999, default))
            + Texts.Of(await Database.Orders.CountAsync(shop.Tenant, default))
            + Texts.Of(await Database.Customers.CountAsync(shop.Tenant, default));
    }
}
