using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Turn_merges_derives_and_appears_in_the_feed()
    {
        var shop = NewShop();

        var change = await shop.ApplyAsync(1, Customer(1, 1, "Ann"), Order(10, 1, day: 100, net: 500), Order(11, 1, day: 90, net: 50));

        Assert.Equal((1L, 1L, false), (change!.CustomerId, change.ChangeSeq, change.Deleted));
        Assert.Equal((2, 550L, 90, 100), (change.Metrics.OrdersCount, change.Metrics.TotalSpentMinor, change.Metrics.FirstOrderDay, change.Metrics.LastOrderDay));
        Assert.Equal(change.Metrics, (await shop.ReadAsync(1)).Metrics);
        Assert.Equal([change], await shop.ChangesAsync());
        await AssertTouchedAsync(shop);
    }

    [Fact]
    public async Task Turn_without_news_changes_nothing()
    {
        var shop = NewShop();
        await shop.ApplyAsync(1, Customer(1, 2), Order(10, 1, 2));

        Assert.Null(await shop.ApplyAsync(1, Customer(1, 2), Order(10, 1, 2)));
        Assert.Null(await shop.ApplyAsync(1, Customer(1, 1), Order(10, 1, 1)));
        Assert.Null(await shop.ApplyAsync(1, null));
        Assert.Null(await shop.ApplyAsync(99, null));
        Assert.Equal(1, Assert.Single(await shop.ChangesAsync()).ChangeSeq);
    }

    [Fact]
    public async Task Turn_takes_up_what_a_merge_left_to_derive()
    {
        var shop = NewShop();
        await shop.MergeAsync(Order(10, 1, net: 500));

        var change = await shop.ApplyAsync(1, null);

        Assert.Equal(500, change!.Metrics.TotalSpentMinor);
        await AssertTouchedAsync(shop);
    }

    [Fact]
    public async Task Turn_that_takes_an_order_from_another_customer_leaves_that_one_touched()
    {
        var shop = NewShop();
        await shop.ApplyAsync(1, null, Order(10, 1, 1));
        await shop.ApplyAsync(2, null, Order(20, 2, 1));

        var change = await shop.ApplyAsync(2, null, Order(10, 2, 2));

        Assert.Equal(2, change!.Metrics.OrdersCount);
        await AssertTouchedAsync(shop, 1);
        Assert.Equal(0, (await shop.ApplyAsync(1, null))!.Metrics.OrdersCount);
    }

    [Fact]
    public async Task Turn_of_a_deletion_says_so()
    {
        var shop = NewShop();
        await shop.ApplyAsync(1, Customer(1, 1), Order(10, 1));

        var change = await shop.ApplyAsync(1, Customer(1, 2) with { Deleted = true });

        Assert.True(change!.Deleted);
        Assert.Equal(0, await Database.Customers.CountAsync(shop.Tenant, default));
    }

    [Fact]
    public async Task Turn_with_another_customers_facts_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => NewShop().ApplyAsync(1, Customer(2)));
    }

    [Fact]
    public async Task Concurrent_turns_of_one_customer_all_count()
    {
        var shop = NewShop();

        var changes = await Task.WhenAll(Enumerable.Range(1, 40).Select(i => shop.ApplyAsync(1, null, Order(i, 1, net: i))));

        Assert.Equal(Enumerable.Range(1, 40), changes.Select(c => c!.Metrics.OrdersCount).Order());
        Assert.Equal(820, (await shop.ReadAsync(1)).Metrics.TotalSpentMinor);
        Assert.Equal(40, Assert.Single(await shop.ChangesAsync()).ChangeSeq);
    }

    [Fact]
    public async Task Failing_write_of_a_shared_transaction_fails_alone()
    {
        var shop = NewShop();
        var derivation = new InvalidOperationException("This derivation fails.");
        var nameless = Order(1_002, 1_002) with { Fact = Order(1_002, 1_002).Fact with { Name = null! } };

        var good = Enumerable.Range(1, 60).Select(i => shop.ApplyAsync(i, null, Order(i, i))).ToList();
        var badDerivation = shop.Facts.ApplyAsync(shop.Tenant, 1_001, null, [Order(1_001, 1_001)], [], _ => throw derivation, default);
        var badRow = shop.ApplyAsync(1_002, null, nameless);
        good.AddRange(Enumerable.Range(61, 60).Select(i => shop.ApplyAsync(i, null, Order(i, i))));
        var merge = shop.MergeAsync(Customer(500));

        Assert.Same(derivation, await Assert.ThrowsAsync<InvalidOperationException>(() => badDerivation));
        await Assert.ThrowsAnyAsync<Exception>(() => badRow);
        Assert.All(await Task.WhenAll(good), Assert.NotNull);
        Assert.Equal(1, (await merge).CustomersMerged);
        Assert.Null(await shop.Facts.ReadCustomerAsync(shop.Tenant, 1_001, default));
        Assert.Null(await shop.Facts.ReadCustomerAsync(shop.Tenant, 1_002, default));
        Assert.Equal(120, await Database.Orders.CountAsync(shop.Tenant, default));
        Assert.Equal(Enumerable.Range(1, 120).Select(i => (long)i), (await shop.ChangesAsync()).Select(c => c.ChangeSeq));
    }

    [Fact]
    public async Task Cancelled_write_that_has_not_begun_is_not_done()
    {
        var shop = NewShop();
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shop.Facts.MergeAsync(shop.Tenant, [Customer(1)], [], cancelled));

        Assert.Null(await shop.Facts.ReadCustomerAsync(shop.Tenant, 1, default));
    }
}
