using static XSight.Storage.Tests.Shop;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    private static readonly RfmThresholds SomeThresholds = Thresholds([110, 120, 130, 140], [1, 2, 3, 4], [1_000, 2_000, 3_000, 4_000]);

    public static TheoryData<CustomerSort, bool> Orders()
    {
        var orders = new TheoryData<CustomerSort, bool>();
        foreach (var sort in Enum.GetValues<CustomerSort>())
        {
            orders.Add(sort, true);
            orders.Add(sort, false);
        }

        return orders;
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_of_every_order_join_to_the_sorted_list_with_missing_values_last(CustomerSort sort, bool descending)
    {
        var shop = await ShopOfManyAsync();
        var query = new CustomerListQuery { Limit = 7, Sort = sort, Descending = descending };
        var listed = new List<CustomerListItem>();
        CustomerPage page;
        do
        {
            page = await Database.Customers.ListAsync(shop.Tenant, query, SomeThresholds, default);
            Assert.Equal(60, page.Total);
            listed.AddRange(page.Items);
            query = query with { Cursor = page.NextCursor };
        }
        while (page.NextCursor is not null);

        var keyed = listed.Select(item => (Key: SortKey(item, sort), item.CustomerId)).ToList();
        var valued = keyed.Where(k => k.Key is not null).ToList();
        var expected = descending
            ? valued.OrderByDescending(k => k.Key, KeyOrder).ThenByDescending(k => k.CustomerId).Concat(keyed.Where(k => k.Key is null).OrderByDescending(k => k.CustomerId))
            : valued.OrderBy(k => k.Key, KeyOrder).ThenBy(k => k.CustomerId).Concat(keyed.Where(k => k.Key is null).OrderBy(k => k.CustomerId));
        Assert.Equal(expected, keyed);
        Assert.Equal(60, listed.Select(i => i.CustomerId).Distinct().Count());
        Assert.Equal(listed.Sum(i => i.Metrics.TotalSpentMinor), page.TotalSpentMinor);
    }

    [Fact]
    public async Task Scores_are_one_more_than_the_thresholds_strictly_below()
    {
        var shop = NewShop();
        await shop.MergeAsync(
            [Customer(3)],
            [Order(10, 1, day: 110, net: 1_000), Order(20, 2, day: 140, net: 1_000), Order(21, 2, day: 141, net: 1_001), Order(22, 2, day: 5, net: 2_000)]);
        await shop.DeriveAsync();

        var first = await Database.Customers.FindAsync(shop.Tenant, 1, SomeThresholds, default);
        var second = await Database.Customers.FindAsync(shop.Tenant, 2, SomeThresholds, default);
        var prospect = await Database.Customers.FindAsync(shop.Tenant, 3, SomeThresholds, default);

        Assert.Equal((1, 1, 1, "g111"), (first!.R, first.F, first.M, first.Group));
        Assert.Equal((5, 3, 5, "g535"), (second!.R, second.F, second.M, second.Group));
        Assert.Equal((null, null, null, "prospects"), (prospect!.R, prospect.F, prospect.M, prospect.Group));
    }

    [Fact]
    public async Task Filters_narrow_the_list_its_total_and_its_money_alike()
    {
        var shop = await ShopOfManyAsync();
        var all = await ListAsync(shop, new CustomerListQuery());

        await AssertFilteredAsync(shop, new() { Groups = Words("g111", "g255", "prospects") }, all.Where(i => i.Group is "g111" or "g255" or "prospects"));
        await AssertFilteredAsync(shop, new() { Groups = Words("no such group") }, []);
        await AssertFilteredAsync(shop, new() { R = 2 }, all.Where(i => i.R == 2));
        await AssertFilteredAsync(shop, new() { Fm = 3 }, all.Where(i => (i.F + i.M + 1) / 2 == 3));
        await AssertFilteredAsync(shop, new() { R = 3, Fm = 2 }, all.Where(i => i.R == 3 && (i.F + i.M + 1) / 2 == 2));
        await AssertFilteredAsync(shop, new() { CountryCode = "SE" }, all.Where(i => i.CountryCode == "SE"));
        await AssertFilteredAsync(shop, new() { Tag = "vip" }, all.Where(i => i.Tags.Contains("vip")));
        await AssertFilteredAsync(shop, new() { Tag = "vip", CountryCode = "SE", R = 1 }, all.Where(i => i.Tags.Contains("vip") && i.CountryCode == "SE" && i.R == 1));
    }

    [Theory]
    [InlineData("ÅNGSTRÖM", 1)]
    [InlineData("angstrom zoe", 1)]
    [InlineData("zoe@EXAMPLE.com", 1)]
    [InlineData("070-123", 1)]
    [InlineData("460701234", 1)]
    [InlineData("100%", 2)]
    [InlineData("under_score", 2)]
    [InlineData("%", 2)]
    [InlineData("_", 2)]
    [InlineData("c:\\dir", 3)]
    [InlineData("Иван", 3)]
    [InlineData("987654321", 987_654_321)]
    [InlineData(" 987654321 ", 987_654_321)]
    public async Task Search_finds_words_without_case_and_takes_signs_literally(string search, long expected)
    {
        var shop = NewShop();
        await shop.MergeAsync(
            Customer(1, 1, "Zoë", "Ångström", "Zoe@example.com") with { Phone = "+46 070-1234" },
            Customer(2, 1, "100% off", "under_score"),
            Customer(3, 1, "ИВАН", "c:\\dir"),
            Customer(987_654_321, 1, "Underscore", "100 percent"));

        var page = await Database.Customers.ListAsync(shop.Tenant, new() { Search = search }, NoThresholds, default);

        Assert.Equal(expected, Assert.Single(page.Items).CustomerId);
    }

    [Fact]
    public async Task Customers_are_found_by_their_ids_within_their_tenant()
    {
        var shop = NewShop();
        var other = NewShop();
        await shop.MergeAsync([Customer(1, 1, "Ann", "Lee"), Customer(2, 1, "Bo", "Wu"), Customer(3, 1, "Cy", "Ode")], [Order(1, 1, day: 135)]);
        await other.MergeAsync([Customer(4, 1, "Di", "Poe")], []);

        var found = await Database.Customers.FindAsync(shop.Tenant, [3, 1, 4, 99, 1], SomeThresholds, default);

        Assert.Equal([(1L, "Ann Lee"), (3L, "Cy Ode")], found.OrderBy(c => c.CustomerId).Select(c => (c.CustomerId, c.Name)));
        Assert.Empty(await Database.Customers.FindAsync(shop.Tenant, [], SomeThresholds, default));
    }

    [Fact]
    public async Task Tag_is_found_whole_and_literally()
    {
        var shop = NewShop();
        await shop.MergeAsync(
            Customer(1) with { Tags = Words("vip", "say \"hi\"") },
            Customer(2) with { Tags = Words("vips", "VIP%") });

        Assert.Equal(1, Assert.Single(await ListAsync(shop, new() { Tag = "vip" })).CustomerId);
        Assert.Equal(1, Assert.Single(await ListAsync(shop, new() { Tag = "say \"hi\"" })).CustomerId);
        Assert.Empty(await ListAsync(shop, new() { Tag = "\",\"" }));
        Assert.Empty(await ListAsync(shop, new() { Tag = "hi" }));
    }

    [Fact]
    public async Task Deleted_customers_are_in_no_list()
    {
        var shop = NewShop();
        await shop.MergeAsync(Customer(1, 1), Customer(2, 1) with { Deleted = true });

        Assert.Equal(1, Assert.Single(await ListAsync(shop, new())).CustomerId);
        Assert.Null(await Database.Customers.FindAsync(shop.Tenant, 2, NoThresholds, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a cursor")]
    [InlineData("AAAA")]
    [InlineData("bnVsbA")]
    [InlineData("eyJxIjoxfQ")]
    public async Task Damaged_cursor_is_refused_with_a_reason(string cursor)
    {
        var refused = await Assert.ThrowsAsync<CursorFormatException>(() => ListAsync(NewShop(), new() { Cursor = cursor }));

        Assert.Contains("cursor is damaged", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cut_or_altered_cursor_is_refused()
    {
        var shop = await ShopOfManyAsync();
        var cursor = (await Database.Customers.ListAsync(shop.Tenant, new() { Limit = 5 }, SomeThresholds, default)).NextCursor!;

        await Assert.ThrowsAsync<CursorFormatException>(() => ListAsync(shop, new() { Cursor = cursor[..^3] }));
        await Assert.ThrowsAsync<CursorFormatException>(() => ListAsync(shop, new() { Cursor = cursor[1..] }));
        await Assert.ThrowsAsync<CursorFormatException>(() => ListAsync(shop, new() { Cursor = cursor + new string('A', 2_000) }));
    }

    [Fact]
    public async Task Cursor_of_another_query_is_refused()
    {
        var shop = await ShopOfManyAsync();
        var query = new CustomerListQuery { Limit = 5 };
        query = query with { Cursor = (await Database.Customers.ListAsync(shop.Tenant, query, SomeThresholds, default)).NextCursor };

        CustomerListQuery[] others =
        [
            query with { Descending = false },
            query with { Sort = CustomerSort.Name },
            query with { Groups = Words("g111") },
            query with { R = 1 },
            query with { Fm = 1 },
            query with { Search = "a" },
            query with { CountryCode = "SE" },
            query with { Tag = "vip" },
        ];
        foreach (var other in others)
        {
            var refused = await Assert.ThrowsAsync<CursorFormatException>(() => ListAsync(shop, other));
            Assert.Contains("another list", refused.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<CursorFormatException>(() => ListAsync(NewShop(), query));
        Assert.NotEmpty((await Database.Customers.ListAsync(shop.Tenant, query with { Limit = 9 }, SomeThresholds, default)).Items);
    }

    [Fact]
    public async Task Limits_of_a_list_are_enforced()
    {
        var shop = NewShop();
        CustomerListQuery[] refused =
        [
            new() { Limit = 0 },
            new() { Limit = CustomerListQuery.LimitMax + 1 },
            new() { Search = new string('a', CustomerListQuery.SearchLengthMax + 1) },
            new() { R = 6 },
            new() { Fm = 0 },
        ];
        foreach (var query in refused)
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ListAsync(shop, query));
        }

        Assert.Empty(await ListAsync(shop, new() { Search = string.Join(' ', Enumerable.Range(0, 50)) }));
    }

    /// <summary>Sixty customers: some prospects, some without a name, many equal values.</summary>
    private async Task<Shop> ShopOfManyAsync()
    {
        var shop = NewShop();
        var customers = Enumerable.Range(1, 60).Select(i => Customer(i, 1, i % 7 == 0 ? null : $"Name {i % 5}", null) with
        {
            CreatedAt = At(i % 9),
            CountryCode = i % 3 == 0 ? "SE" : "US",
            Tags = i % 4 == 0 ? Words("vip", "x") : [],
        });
        var orders = Enumerable.Range(1, 150).Select(i => Order(1_000 + i, 1 + (i * i % 53), day: 100 + (i * 7 % 50), net: 300 + (i * 37 % 900)));
        await shop.MergeAsync([.. customers], [.. orders]);
        await shop.DeriveAsync();
        return shop;
    }

    private async Task<IReadOnlyList<CustomerListItem>> ListAsync(Shop shop, CustomerListQuery query) =>
        (await Database.Customers.ListAsync(shop.Tenant, query with { Limit = query.Limit == 50 ? 250 : query.Limit }, SomeThresholds, default)).Items;

    private async Task AssertFilteredAsync(Shop shop, CustomerListQuery query, IEnumerable<CustomerListItem> expected)
    {
        var page = await Database.Customers.ListAsync(shop.Tenant, query with { Limit = 250 }, SomeThresholds, default);

        Assert.Equal(expected.Select(i => i.CustomerId), page.Items.Select(i => i.CustomerId));
        Assert.Equal(expected.Count(), page.Total);
        Assert.Equal(expected.Sum(i => i.Metrics.TotalSpentMinor), page.TotalSpentMinor);
    }

    private static IComparable? SortKey(CustomerListItem item, CustomerSort sort) => sort switch
    {
        CustomerSort.LastOrder => item.Metrics.LastOrderAt,
        CustomerSort.FirstOrder => item.Metrics.FirstOrderAt,
        CustomerSort.TotalSpent => item.Metrics.TotalSpentMinor,
        CustomerSort.Orders => item.Metrics.OrdersCount,
        CustomerSort.Name => item.Name?.ToLowerInvariant(),
        _ => At((int)(item.CustomerId % 9)),
    };

    private static Comparer<IComparable?> KeyOrder { get; } = Comparer<IComparable?>.Create(
        (a, b) => a is string text ? string.CompareOrdinal(text, (string?)b) : Comparer<IComparable?>.Default.Compare(a, b));
}
