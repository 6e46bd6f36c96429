using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Merged_customer_reads_back_whole()
    {
        var shop = NewShop();
        var fact = Customer(7, 3, "Zoë", "Ångström", "zoe@example.com") with
        {
            Phone = "+46 70 123",
            City = "Malmö",
            Province = "M",
            CountryCode = "SE",
            Tags = Words("vip", "säsong \"24\""),
            EmailConsent = "subscribed",
        };

        var result = await shop.MergeAsync(fact);

        Assert.Equal(new MergeResult(1, 0, 0, 0), result);
        Assert.Equivalent(fact, (await shop.ReadAsync(7)).Customer, strict: true);
    }

    /// <summary>Within an order of a webhook Shopify may leave the customer's times out: such a fact knows only that the customer was there by then.</summary>
    [Theory]
    [InlineData(1, 2, false)]
    [InlineData(2, 1, false)]
    [InlineData(1, 2, true)]
    [InlineData(2, 1, true)]
    public async Task Earliest_time_of_creation_holds_in_any_order(int firstVersion, int secondVersion, bool together)
    {
        var shop = NewShop();
        await shop.MergeAsync(Order(70, 7));
        CustomerFact[] facts = [Told(firstVersion), Told(secondVersion)];

        foreach (var batch in facts.Chunk(together ? 2 : 1))
        {
            await shop.MergeAsync(batch);
        }

        var customer = (await shop.ReadAsync(7)).Customer;
        Assert.Equal((At(1), "Name 2"), (customer.CreatedAt, customer.FirstName));

        static CustomerFact Told(int version) => Customer(7, version, $"Name {version}") with { CreatedAt = At(version) };
    }

    [Fact]
    public async Task Merged_order_reads_back_whole()
    {
        var shop = NewShop();
        var row = Order(70, 7, 3, day: 20_000, net: -5) with { Counted = false };
        row = row with
        {
            Fact = row.Fact with { CancelledAt = At(9), Test = true, SourceName = "pos", CountryCode = "SE", DiscountCodes = Words("A", "Б") },
        };

        await shop.MergeAsync(row);

        Assert.Equal(Texts.Of(row), Texts.Of(Assert.Single((await shop.ReadAsync(7)).Orders)));
    }

    [Fact]
    public async Task Newer_version_wins_and_older_one_is_stale()
    {
        var shop = NewShop();
        await shop.MergeAsync([Customer(1, 5, "New")], [Order(10, 1, 5, net: 500)]);

        var result = await shop.MergeAsync([Customer(1, 4, "Old")], [Order(10, 1, 4, net: 400)]);

        Assert.Equal(new MergeResult(0, 1, 0, 1), result);
        var stored = await shop.ReadAsync(1);
        Assert.Equal("New", stored.Customer.FirstName);
        Assert.Equal(500, Assert.Single(stored.Orders).Fact.NetMinor);
    }

    [Fact]
    public async Task Of_equal_versions_the_last_to_arrive_wins()
    {
        var shop = NewShop();
        await shop.MergeAsync([Customer(1, 5, "First")], [Order(10, 1, 5, net: 500)]);

        var result = await shop.MergeAsync([Customer(1, 5, "Second")], [Order(10, 1, 5, net: 600)]);

        Assert.Equal(new MergeResult(1, 0, 1, 0), result);
        Assert.Equal("Second", (await shop.ReadAsync(1)).Customer.FirstName);
        Assert.Equal(600, (await shop.ReadAsync(1)).Orders[0].Fact.NetMinor);
    }

    [Fact]
    public async Task Same_facts_again_touch_nobody()
    {
        var shop = NewShop();
        CustomerFact[] customers = [Customer(1, 5, "Ann"), Customer(2, 5)];
        OrderRow[] orders = [Order(10, 1, 5), Order(11, null, 5)];
        await shop.MergeAsync(customers, orders);
        await shop.DeriveAsync();

        var result = await shop.MergeAsync(customers, orders);

        Assert.Equal(new MergeResult(0, 2, 0, 2), result);
        Assert.Empty(await shop.TouchedAsync());
    }

    [Fact]
    public async Task Batch_with_an_entity_twice_keeps_its_newest_fact()
    {
        var shop = NewShop();

        var result = await shop.MergeAsync([Customer(1, 2, "B"), Customer(1, 3, "C"), Customer(1, 1, "A")], [Order(10, 1, 3, net: 3), Order(10, 1, 3, net: 4), Order(10, 1, 1)]);

        Assert.Equal(new MergeResult(1, 2, 1, 2), result);
        Assert.Equal("C", (await shop.ReadAsync(1)).Customer.FirstName);
        Assert.Equal(4, (await shop.ReadAsync(1)).Orders[0].Fact.NetMinor);
    }

    [Fact]
    public async Task Order_of_an_unknown_customer_makes_its_row_and_any_fact_replaces_it()
    {
        var shop = NewShop();
        await shop.MergeAsync(Order(10, 1));
        await AssertTouchedAsync(shop, 1L);
        var placeholder = (await shop.ReadAsync(1)).Customer;
        Assert.Equal(DateTimeOffset.UnixEpoch, placeholder.UpdatedAt);
        Assert.Null(placeholder.Email);

        await shop.MergeAsync(Customer(1, -1_000_000, "Ann"));

        Assert.Equal("Ann", (await shop.ReadAsync(1)).Customer.FirstName);
        Assert.Single((await shop.ReadAsync(1)).Orders);
    }

    [Fact]
    public async Task Order_that_moves_touches_both_customers()
    {
        var shop = NewShop();
        await shop.MergeAsync([Customer(1), Customer(2), Customer(3)], [Order(10, 1, 1)]);
        await shop.DeriveAsync();

        await shop.MergeAsync(Order(10, 2, 2));

        await AssertTouchedAsync(shop, 1L, 2L);
        Assert.Empty((await shop.ReadAsync(1)).Orders);
        Assert.Single((await shop.ReadAsync(2)).Orders);
    }

    [Fact]
    public async Task Order_that_becomes_anonymous_touches_the_customer_it_had()
    {
        var shop = NewShop();
        await shop.MergeAsync(Order(10, 1, 1));
        await shop.DeriveAsync();

        await shop.MergeAsync(Order(10, null, 2));

        await AssertTouchedAsync(shop, 1L);
    }

    [Fact]
    public async Task Deleted_order_leaves_its_customer_and_does_not_come_back()
    {
        var shop = NewShop();
        await shop.MergeAsync(Order(10, 1, 1), Order(11, 1, 1));
        await shop.DeriveAsync();

        await shop.MergeAsync(Order(10, null, 5, deleted: true));
        await AssertTouchedAsync(shop, 1L);
        await shop.MergeAsync(Order(10, 1, 4));

        Assert.Equal(11, Assert.Single((await shop.ReadAsync(1)).Orders).Fact.OrderId);
        Assert.Equal(1, await Database.Orders.CountAsync(shop.Tenant, default));
    }

    [Fact]
    public async Task Deleted_customer_stays_deleted_until_a_newer_fact()
    {
        var shop = NewShop();
        await shop.MergeAsync(Customer(1, 1, "Ann"));
        await shop.MergeAsync(Customer(1, 5) with { Deleted = true });
        await shop.MergeAsync(Customer(1, 4, "Late"));

        Assert.True((await shop.ReadAsync(1)).Customer.Deleted);
        Assert.Equal(0, await Database.Customers.CountAsync(shop.Tenant, default));

        await shop.MergeAsync(Customer(1, 6, "Again"));
        Assert.Equal("Again", (await shop.ReadAsync(1)).Customer.FirstName);
        Assert.Equal(1, await Database.Customers.CountAsync(shop.Tenant, default));
    }

    [Fact]
    public async Task Order_of_a_deleted_customer_does_not_bring_it_back()
    {
        var shop = NewShop();
        await shop.MergeAsync(Customer(1, 5) with { Deleted = true });
        await shop.MergeAsync(Order(10, 1, 9));
        var changes = await shop.DeriveAsync();

        Assert.True(Assert.Single(changes).Deleted);
        Assert.Equal(0, await Database.Customers.CountAsync(shop.Tenant, default));
    }

    [Fact]
    public async Task Text_a_database_cannot_hold_is_mended_and_stays_idempotent()
    {
        var shop = NewShop();
        var fact = Customer(1, 1, "nul\0byte", "half \ud83d emoji", "a@b.c") with { Tags = Words("t\0g") };

        await shop.MergeAsync(fact);
        var again = await shop.MergeAsync(fact);

        Assert.Equal("nulbyte", (await shop.ReadAsync(1)).Customer.FirstName);
        Assert.Equal("half \ufffd emoji", (await shop.ReadAsync(1)).Customer.LastName);
        Assert.Equal(1, again.CustomersStale);
    }

    [Fact]
    public async Task Empty_batch_merges_nothing()
    {
        Assert.Equal(new MergeResult(0, 0, 0, 0), await NewShop().MergeAsync([], []));
    }

    [Fact]
    public async Task Batch_beyond_the_limit_is_refused()
    {
        var rows = Enumerable.Range(1, IFactStore.BatchRowsMax + 1).Select(i => Customer(i)).ToArray();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => NewShop().MergeAsync(rows));
    }
}
