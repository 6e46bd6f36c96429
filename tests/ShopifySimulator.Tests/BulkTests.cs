using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace XSight.ShopifySimulator.Tests;

public sealed class BulkTests
{
    private const string Customers = "{ customers { edges { node { id } } } }";

    [Fact]
    public async Task The_whole_CDNOW_history_comes_out_to_the_cent()
    {
        await using var shop = await TestShop.StartAsync(new StoreOptions { Domain = TestShop.Domain });
        var customers = await shop.BulkAsync(TestShop.Query("bulk-customers") + TestShop.Query("fragment-customer"));
        Assert.Equal(("COMPLETED", "23570"), Outcome(customers));
        var ids = (await shop.LinesAsync(customers)).Select(line => line.GetProperty("id").GetString()).ToHashSet();
        Assert.Equal(23_570, ids.Count);

        var orders = await shop.BulkAsync(TestShop.Query("bulk-orders") + TestShop.Query("fragment-order") + TestShop.Query("fragment-line"));
        Assert.Equal("COMPLETED", Outcome(orders).Item1);
        var all = (await shop.LinesAsync(orders)).ToLookup(line => line.TryGetProperty("__parentId", out _));
        Assert.Equal(2_500_315.63m, all[true].Sum(line => Amount(line, "priceAfterAllDiscountsBeforeTaxesSet")));
        var lines = all[false].ToList();
        Assert.Equal(69_659, lines.Select(line => line.GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal(2_500_315.63m, lines.Sum(line => Amount(line, "currentTotalPriceSet")));
        Assert.All(lines, line => Assert.Contains(line.GetProperty("customer").GetProperty("id").GetString(), ids));

        // As of today, the last order was yesterday at noon in New York.
        var yesterday = new ShopClock(TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).DayOf(TimeProvider.System.GetUtcNow()).AddDays(-1);
        Assert.StartsWith(yesterday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), lines.Max(line => line.GetProperty("processedAt").GetString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Children_have_lines_of_their_own_after_their_parents(bool group)
    {
        await using var shop = await TestShop.WithOrdersAsync(Orders(20));
        var lines = await shop.LinesAsync(await shop.BulkAsync("{ customers { edges { node { id orders { edges { node { id __typename totalPriceSet { shopMoney { amount } } lineItems { nodes { id discountedTotalSet { shopMoney { amount } } } } } } } } } } }", group));
        var seen = new HashSet<string>();
        var sums = new Dictionary<string, decimal>();
        var newest = new Dictionary<string, string>();
        var adjacent = true;
        foreach (var line in lines)
        {
            var parent = line.TryGetProperty("__parentId", out var named) ? named.GetString()! : null;
            Assert.True(parent is null || seen.Contains(parent), "A child came before its parent.");
            adjacent &= parent is null || newest[TypeOf(parent)] == parent;
            var id = line.GetProperty("id").GetString()!;
            newest[TypeOf(id)] = id;
            seen.Add(id);
            if (line.TryGetProperty("discountedTotalSet", out _))
            {
                sums[parent!] = sums.GetValueOrDefault(parent!) + Amount(line, "discountedTotalSet");
            }
        }

        var orders = lines.Where(line => line.TryGetProperty("__typename", out var type) && type.GetString() == "Order").ToList();
        Assert.Equal(20, orders.Count);
        Assert.All(orders, order => Assert.Equal(Amount(order, "totalPriceSet"), sums[order.GetProperty("id").GetString()!]));
        Assert.All(orders, order => Assert.StartsWith("gid://shopify/Customer/", order.GetProperty("__parentId").GetString(), StringComparison.Ordinal));
        Assert.Equal(group, adjacent);
    }

    [Fact]
    public async Task Refunds_and_other_lists_stay_in_their_line()
    {
        await using var shop = await TestShop.WithOrdersAsync(Orders(2));
        await shop.Host.ChangeAsync(TestShop.Domain, [new StoreChange("refunds/create") { Id = ExternalId.From("1"), Amount = 0.5m }], null, CancellationToken.None);
        var lines = await shop.LinesAsync(await shop.BulkAsync("{ orders { edges { node { id refunds { id totalRefundedSet { shopMoney { amount } } } } } } }"));
        Assert.Equal(2, lines.Count);
        Assert.Equal([0, 1], lines.Select(line => line.GetProperty("refunds").GetArrayLength()).Order());
    }

    [Fact]
    public async Task Nothing_to_write_gives_no_address()
    {
        await using var shop = await TestShop.WithOrdersAsync(Orders(3));
        var operation = await shop.BulkAsync("""{ orders(query: "status:cancelled") { edges { node { id } } } }""");
        Assert.Equal(("COMPLETED", "0"), Outcome(operation));
        Assert.Equal(JsonValueKind.Null, operation.GetProperty("url").ValueKind);
    }

    [Theory]
    [InlineData("{ shop { name } }", "Bulk queries must contain at least one connection.")]
    [InlineData("{ customers { nodes { id } } orders { nodes { id } } }", "Bulk queries can only contain one top-level field.")]
    [InlineData("{ orders { nodes { name lineItems { nodes { id } } } } }", "The parent 'id' field of the connection field must be selected under 'orders'.")]
    [InlineData("{ orders { nodes { id nme } } }", "Invalid bulk query: Field 'nme' doesn't exist on type 'Order'")]
    [InlineData("{ orders {", "Invalid bulk query: syntax error")]
    public async Task A_query_that_cannot_run_in_bulk_is_a_user_error(string query, string message)
    {
        await using var shop = await TestShop.WithOrdersAsync(Orders(1));
        var error = (await shop.StartBulkAsync(query)).GetProperty("userErrors")[0];
        Assert.Equal("INVALID", error.GetProperty("code").GetString());
        Assert.StartsWith(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_run_at_once_and_a_sixth_must_wait()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var shop = await TestShop.WithOrdersAsync(Orders(300), new SimulatorOptions { Time = time, Bulk = new BulkOptions { ObjectsPerSecond = 10 } });
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await shop.StartBulkAsync(Customers)).GetProperty("bulkOperation").GetProperty("id").GetString()!);
        }

        Assert.Equal("LIMIT_REACHED", (await shop.StartBulkAsync(Customers)).GetProperty("userErrors")[0].GetProperty("code").GetString());

        var cancel = (await shop.DataAsync(TestShop.Query("bulk-cancel"), new { id = ids[0] })).GetProperty("bulkOperationCancel");
        Assert.Equal(0, cancel.GetProperty("userErrors").GetArrayLength());
        Assert.Equal("CANCELED", Outcome(await shop.EndOfBulkAsync(ids[0])).Status);
        Assert.Equal(0, (await shop.StartBulkAsync(Customers)).GetProperty("userErrors").GetArrayLength());
        var again = (await shop.DataAsync(TestShop.Query("bulk-cancel"), new { id = ids[0] })).GetProperty("bulkOperationCancel");
        Assert.Equal("A bulk operation cannot be canceled when it is canceled", again.GetProperty("userErrors")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task An_address_expires_after_seven_days()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var shop = await TestShop.WithOrdersAsync(Orders(3), new SimulatorOptions { Time = time });
        var url = (await shop.BulkAsync(Customers)).GetProperty("url").GetString()!;
        Assert.Equal(200, await StatusAsync(shop, url));
        Assert.Equal(400, await StatusAsync(shop, url.Replace("signature=", "signature=0", StringComparison.Ordinal)));
        time.Advance(TimeSpan.FromDays(7));
        Assert.Equal(400, await StatusAsync(shop, url));
    }

    [Fact]
    public async Task A_range_of_a_file_can_be_fetched()
    {
        await using var shop = await TestShop.WithOrdersAsync(Orders(3));
        var url = (await shop.BulkAsync(Customers)).GetProperty("url").GetString()!;
        var whole = await shop.Http.GetStringAsync(url);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Range = new(10, 19);
        var part = await shop.Http.SendAsync(request);
        Assert.Equal((206, whole[10..20]), ((int)part.StatusCode, await part.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task What_is_invented_follows_from_the_seed_alone()
    {
        var rows = Orders(50);
        var reversed = string.Concat(rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Reverse().Select(row => row + "\n"));
        var query = TestShop.Query("bulk-orders") + TestShop.Query("fragment-order") + TestShop.Query("fragment-line");
        var one = await FileAsync(rows, 1, query);
        Assert.Equal(one, await FileAsync(rows, 1, query));
        Assert.NotEqual(one, await FileAsync(rows, 2, query));

        // Also whatever the order of the log: names aside, which count the orders as they come.
        var people = TestShop.Query("bulk-customers") + TestShop.Query("fragment-customer");
        Assert.Equal((await FileAsync(rows, 1, people)).Order(), (await FileAsync(reversed, 1, people)).Order());
    }

    private static async Task<string[]> FileAsync(string rows, ulong seed, string query)
    {
        await using var shop = await TestShop.WithOrdersAsync(rows, new SimulatorOptions { Seed = seed });
        return (await shop.Http.GetStringAsync((await shop.BulkAsync(query)).GetProperty("url").GetString())).Split('\n');
    }

    private static string TypeOf(string gid) => gid.Split('/')[3];

    private static string Orders(int count) =>
        string.Concat(Enumerable.Range(1, count).Select(i => $"{i},{i % 7},2026-06-{1 + (i % 28):00},{i * 13 % 97}.5,0\n"));

    private static (string? Status, string? Objects) Outcome(JsonElement operation) =>
        (operation.GetProperty("status").GetString(), operation.GetProperty("objectCount").GetString());

    private static decimal Amount(JsonElement line, string field) =>
        decimal.Parse(line.GetProperty(field).GetProperty("shopMoney").GetProperty("amount").GetString()!, CultureInfo.InvariantCulture);

    private static async Task<int> StatusAsync(TestShop shop, string url) => (int)(await shop.Http.GetAsync(url)).StatusCode;
}
