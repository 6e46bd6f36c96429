namespace XSight.Shopify.Tests;

public sealed class PageTests
{
    [Fact]
    public async Task A_shop_tells_its_name_currency_time_zone_and_counts()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data(Nodes.Shop));

        var info = await shop.Admin.GetShopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new ShopInfo("Corner Shop", Shop.Domain, "USD", "Europe/Berlin", 23570, null), info);
        var request = Assert.Single(shop.Store.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/corner-shop.myshopify.com/admin/api/2026-10/graphql.json", request.Path);
        Assert.Equal(Shop.Token, request.Headers["X-Shopify-Access-Token"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
    }

    [Fact]
    public async Task An_order_page_becomes_facts_with_exact_ids_and_minor_units()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data(Nodes.Orders(Nodes.Order, """{"hasNextPage":true,"endCursor":"abc"}""")));

        var page = await shop.Admin.GetOrdersAsync(new DateTimeOffset(2026, 1, 2, 4, 0, 0, TimeSpan.FromHours(1)), "start", TestContext.Current.CancellationToken);

        var order = Assert.Single(page.Items);
        Assert.Equal(["SPRING"], order.DiscountCodes);
        Assert.Equal(Nodes.OrderFact, Nodes.WithoutLists(order));
        Assert.Equal("abc", page.NextCursor);
        var variables = shop.Store.Requests.Single().Json.GetProperty("variables");
        Assert.Equal("updated_at:>='2026-01-02T03:00:00Z'", variables.GetProperty("query").GetString());
        Assert.Equal("start", variables.GetProperty("after").GetString());
        Assert.Equal(ShopifyAdmin.OrdersPageSize, variables.GetProperty("first").GetInt32());
    }

    [Fact]
    public async Task An_order_comes_with_its_lines_and_refunds_and_says_so_when_it_does_not()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data(Nodes.Orders($"{Nodes.OrderWithLines($"{{{Nodes.SomeLine}}},{{{Nodes.CustomLine}}}")},{Nodes.OrderWithLines("")},{Nodes.Order}")));

        var orders = (await shop.Admin.GetOrdersAsync(null, null, TestContext.Current.CancellationToken)).Items;

        Assert.Equal(Nodes.LineFacts, orders[0].Lines);
        Assert.Equal(Nodes.RefundFacts, orders[0].Refunds);
        Assert.Equal((false, 0), (orders[1].Lines.IsDefault, orders[1].Lines.Length));
        Assert.True(orders[2].Lines.IsDefault);
        Assert.Equal(OrderLines.WithOrderMax, shop.Store.Requests.Single().Json.GetProperty("variables").GetProperty("lines").GetInt32());
    }

    [Fact]
    public async Task Lines_beyond_those_of_the_page_are_read_to_the_end()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store
            .Then(Reply.Data(Nodes.Orders(Nodes.OrderWithLines($"{{{Nodes.SomeLine}}}", """{"hasNextPage":true,"endCursor":"one"}"""))))
            .Then(Reply.Data(OrderLinesAnswer($"{{{Nodes.CustomLine}}}", """{"hasNextPage":true,"endCursor":"two"}""")))
            .Then(Reply.Data(OrderLinesAnswer("", """{"hasNextPage":false,"endCursor":null}""")));

        var order = Assert.Single((await shop.Admin.GetOrdersAsync(null, null, TestContext.Current.CancellationToken)).Items);

        Assert.Equal(Nodes.LineFacts, order.Lines);
        var variables = shop.Store.Requests.Skip(1).Select(request => request.Json.GetProperty("variables")).ToList();
        Assert.All(variables, v => Assert.Equal("gid://shopify/Order/820982911946154508", v.GetProperty("id").GetString()));
        Assert.Equal(["one", "two"], variables.Select(v => v.GetProperty("after").GetString()));
    }

    [Fact]
    public async Task Lines_whose_pages_never_end_are_refused()
    {
        await using var shop = await Shop.OpenAsync();
        const string again = """{"hasNextPage":true,"endCursor":"same"}""";
        shop.Store
            .Then(Reply.Data(Nodes.Orders(Nodes.OrderWithLines($"{{{Nodes.SomeLine}}}", again))))
            .Then(Reply.Data(OrderLinesAnswer("", again)));

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetOrdersAsync(null, null, TestContext.Current.CancellationToken));

        Assert.Contains("never end", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_deleted_between_two_pages_of_its_lines_tells_none()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store
            .Then(Reply.Data(Nodes.Orders(Nodes.OrderWithLines($"{{{Nodes.SomeLine}}}", """{"hasNextPage":true,"endCursor":"one"}"""))))
            .Then(Reply.Data("""{"order":null}"""));

        Assert.True(Assert.Single((await shop.Admin.GetOrdersAsync(null, null, TestContext.Current.CancellationToken)).Items).Lines.IsDefault);
    }

    [Fact]
    public async Task A_customer_page_becomes_facts_and_starts_a_day_earlier_because_the_store_matches_whole_days()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data(Nodes.Customers(Nodes.Customer)));

        var page = await shop.Admin.GetCustomersAsync(new DateTimeOffset(2026, 1, 2, 3, 0, 0, TimeSpan.Zero), null, TestContext.Current.CancellationToken);

        var customer = Assert.Single(page.Items);
        Assert.Equal(["vip", "early"], customer.Tags);
        Assert.Equal(Nodes.CustomerFact, customer with { Tags = Nodes.CustomerFact.Tags });
        Assert.Null(page.NextCursor);
        Assert.Equal("updated_at:>='2026-01-01T03:00:00Z'", shop.Store.Requests.Single().Json.GetProperty("variables").GetProperty("query").GetString());
    }

    [Fact]
    public async Task A_full_read_sends_no_search_at_all()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data(Nodes.Orders("")));

        var page = await shop.Admin.GetOrdersAsync(null, null, TestContext.Current.CancellationToken);

        Assert.Empty(page.Items);
        Assert.False(shop.Store.Requests.Single().Json.GetProperty("variables").TryGetProperty("query", out _));
    }

    [Fact]
    public async Task An_unknown_status_and_an_order_without_customer_or_address_pass()
    {
        var node = Nodes.Order
            .Replace("PARTIALLY_REFUNDED", "HELD_BY_MARTIANS", StringComparison.Ordinal)
            .Replace("""{"countryCodeV2":"DE"}""", "null", StringComparison.Ordinal)
            .Replace("""{"id":"gid://shopify/Customer/706405506930370084"}""", "null", StringComparison.Ordinal);
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data(Nodes.Orders(node)));

        var order = Assert.Single((await shop.Admin.GetOrdersAsync(null, null, TestContext.Current.CancellationToken)).Items);

        Assert.Equal("held_by_martians", order.FinancialStatus);
        Assert.Null(order.CustomerId);
        Assert.Null(order.CountryCode);
    }

    [Theory]
    [InlineData("\"name\":\"#1001\",", "", "data.orders.nodes[1].name is missing")]
    [InlineData("\"name\":\"#1001\",", "\"name\":null,", "data.orders.nodes[1].name is missing")]
    [InlineData("\"amount\":\"404.95\"", "\"amount\":\"a lot\"", "data.orders.nodes[1].totalPriceSet.shopMoney.amount")]
    [InlineData("\"404.95\",\"currencyCode\":\"USD\"", "\"404.95\",\"currencyCode\":\"EUR\"", "data.orders.nodes[1].totalPriceSet.shopMoney.currencyCode is EUR")]
    [InlineData("{\"shopMoney\":{\"amount\":\"400.0\",\"currencyCode\":\"USD\"}}", "null", "data.orders.nodes[1].currentTotalPriceSet is missing")]
    [InlineData("gid://shopify/Order/820982911946154508", "820982911946154508", "data.orders.nodes[1].id")]
    [InlineData("gid://shopify/Order/820982911946154508", "gid://shopify/Order/82x", "data.orders.nodes[1].id")]
    [InlineData("\"test\":false", "\"test\":\"no\"", "data.orders.nodes[1].test")]
    [InlineData("[\"SPRING\"]", "[null]", "data.orders.nodes[1].discountCodes[] is missing")]
    [InlineData("2026-03-02T08:00:00Z", "yesterday", "data.orders.nodes[1].updatedAt")]
    [InlineData("\"amount\":\"4.95\"", "\"amount\":\"some\"", "data.orders.nodes[1].refunds[].totalRefundedSet.shopMoney.amount")]
    public async Task A_node_that_breaks_the_schemas_promise_is_named_by_its_path(string sound, string broken, string path)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data(Nodes.Orders(Nodes.Order + "," + Nodes.Order.Replace(sound, broken, StringComparison.Ordinal))));

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetOrdersAsync(null, null, TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.Malformed, error.Kind);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_that_leads_back_to_itself_is_refused_instead_of_followed_for_ever()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data(Nodes.Orders(Nodes.Order, """{"hasNextPage":true,"endCursor":"same"}""")));

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetOrdersAsync(null, "same", TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.Malformed, error.Kind);
        Assert.Contains("never end", error.Message, StringComparison.Ordinal);
    }

    private static string OrderLinesAnswer(string lines, string pageInfo) => $$$"""{"order":{"lineItems":{{{Nodes.LinesPage(lines, pageInfo)}}}}}""";
}
