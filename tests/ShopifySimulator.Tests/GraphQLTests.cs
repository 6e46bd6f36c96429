using System.Text.Json;

namespace XSight.ShopifySimulator.Tests;

public sealed class GraphQLTests : IAsyncLifetime
{
    private const string Rows = """
        1,7,2026-06-01,10.00,0
        2,8,2026-06-02,20.50,0
        3,7,2026-06-03,30.00,1
        4,,2026-06-04,40.25,0
        5,9,2026-06-05,50.00,0

        """;

    private TestShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await TestShop.WithOrdersAsync(Rows);

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task The_shop_describes_itself()
    {
        var data = await _shop.DataAsync(TestShop.Query("shop"));
        Assert.Equal("""{"name":"Test","myshopifyDomain":"test-shop.myshopify.com","currencyCode":"USD","ianaTimezone":"America/New_York"}""", Without(data.GetProperty("shop"), "id"));
        Assert.Equal((3, 5), (data.GetProperty("customersCount").GetProperty("count").GetInt32(), data.GetProperty("ordersCount").GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Aliases_fragments_and_type_names_are_answered()
    {
        const string Query = """
            query Some($id: ID!, $yes: Boolean = true) {
              mine: customer(id: $id) { __typename key: id ...Person ... on Customer { orders(first: 5) { edges { cursor node { ...Total } } } } tags @skip(if: $yes) }
            }
            fragment Person on Customer { displayName defaultAddress { city } }
            fragment Total on Order { name totalPriceSet { shopMoney { amount } } totalPriceSet { shopMoney { currencyCode } } }
            """;
        var mine = (await _shop.DataAsync(Query, new { id = "gid://shopify/Customer/1000000000007" })).GetProperty("mine");
        Assert.Equal(["__typename", "key", "displayName", "defaultAddress", "orders"], mine.EnumerateObject().Select(field => field.Name));
        Assert.Equal("Customer", mine.GetProperty("__typename").GetString());
        var totals = mine.GetProperty("orders").GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("totalPriceSet").GetProperty("shopMoney").GetRawText());
        Assert.Equal(["""{"amount":"10.0","currencyCode":"USD"}""", """{"amount":"30.0","currencyCode":"USD"}"""], totals);
    }

    [Fact]
    public async Task A_cancelled_order_has_nothing_left()
    {
        var order = (await _shop.DataAsync("""{ order(id: "gid://shopify/Order/1000000000003") { cancelledAt displayFinancialStatus totalPriceSet { shopMoney { amount } } currentTotalPriceSet { shopMoney { amount } } } }""")).GetProperty("order");
        Assert.NotEqual(JsonValueKind.Null, order.GetProperty("cancelledAt").ValueKind);
        Assert.Equal(("VOIDED", "30.0", "0.0"), (order.GetProperty("displayFinancialStatus").GetString(), Amount(order, "totalPriceSet"), Amount(order, "currentTotalPriceSet")));
    }

    [Fact]
    public async Task An_order_without_customer_has_null() =>
        Assert.Equal("""{"order":{"customer":null,"shippingAddress":null}}""", (await _shop.DataAsync("""{ order(id: "gid://shopify/Order/1000000000004") { customer { id } shippingAddress { city } } }""")).GetRawText());

    [Fact]
    public async Task What_is_not_there_is_null() =>
        Assert.Equal(
            """{"order":null,"customer":null,"bulkOperation":null}""",
            (await _shop.DataAsync("""{ order(id: "gid://shopify/Order/1") { id } customer(id: "gid://shopify/Order/1000000000001") { id } bulkOperation(id: "gid://shopify/BulkOperation/1") { id } }""")).GetRawText());

    [Theory]
    [InlineData("{ shop { nme } }", "Field 'nme' doesn't exist on type 'Shop'", "undefinedField")]
    [InlineData("{ customer { id } }", "Field 'customer' is missing required arguments: id", "missingRequiredArguments")]
    [InlineData("{ shop(id: 1) { name } }", "Field 'shop' doesn't accept argument 'id'", "argumentNotAccepted")]
    [InlineData("{ customers(first: \"2\") { nodes { id } } }", "Argument 'first' on Field 'customers' has an invalid value. Expected type 'Int'.", "argumentLiteralsIncompatible")]
    [InlineData("{ customers(first: 1, sortKey: SHOE_SIZE) { nodes { id } } }", "Argument 'sortKey' on Field 'customers' has an invalid value. Expected type 'CustomerSortKeys'.", "argumentLiteralsIncompatible")]
    [InlineData("{ shop }", "Field must have selections (field 'shop' returns Shop but has no selections. Did you mean 'shop { ... }'?)", "selectionMismatch")]
    [InlineData("{ shop { name { first } } }", "Selections can't be made on scalars (field 'name' returns String but has selections)", "selectionMismatch")]
    [InlineData("{ shop { ...Gone } }", "Fragment Gone was used, but not defined", "useAndDefineFragment")]
    [InlineData("{ shop { name } } fragment Idle on Shop { id }", "Fragment Idle was defined, but not used", "useAndDefineFragment")]
    [InlineData("{ shop { ...A } } fragment A on Shop { ...A }", "Fragment A contains an infinite loop", "infiniteLoop")]
    [InlineData("{ shop { ... on Order { name } } }", "Fragment on Order can't be spread inside Shop", "cannotSpreadFragment")]
    [InlineData("query Q { customers(first: $n) { nodes { id } } }", "Variable $n is used by Q but not declared", "variableNotDefined")]
    [InlineData("query Q($n: Int) { shop { name } }", "Variable $n is declared by Q but not used", "variableNotUsed")]
    [InlineData("query Q($n: String!) { customers(first: $n) { nodes { id } } }", "Type mismatch on variable $n and argument first (String! / Int)", "variableMismatch")]
    [InlineData("{ shop { name: id name } }", "Field 'name' has a field conflict: id or name?", "fieldConflict")]
    [InlineData("{ customers { nodes { id } } }", "you must provide one of first or last", "BAD_REQUEST")]
    [InlineData("{ customers(first: 251) { nodes { id } } }", "first cannot exceed 250", "BAD_REQUEST")]
    [InlineData("{ customers(first: 1, after: \"xyz\") { nodes { id } } }", "Invalid cursor for current pagination sort.", "BAD_REQUEST")]
    public async Task A_wrong_query_is_refused_in_Shopifys_words(string query, string message, string code)
    {
        var error = await _shop.ErrorAsync(query);
        Assert.Equal((message, code), (error.GetProperty("message").GetString(), error.GetProperty("extensions").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task An_error_tells_its_place_and_path()
    {
        var error = await _shop.ErrorAsync("query Which {\n  shop {\n    nme\n  }\n}");
        Assert.Equal("""[{"line":3,"column":5}]""", error.GetProperty("locations").GetRawText());
        Assert.Equal("""["query Which","shop","nme"]""", error.GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task A_syntax_error_tells_its_place()
    {
        var error = await _shop.ErrorAsync("{ shop { name }");
        Assert.StartsWith("syntax error, ", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, error.GetProperty("locations")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task A_missing_variable_is_explained()
    {
        var error = await _shop.ErrorAsync("query Q($id: ID!) { customer(id: $id) { id } }", new { });
        Assert.Equal("Variable $id of type ID! was provided invalid value", error.GetProperty("message").GetString());
        Assert.Equal("Expected value to not be null", error.GetProperty("extensions").GetProperty("problems")[0].GetProperty("explanation").GetString());
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repeat()
    {
        var names = new List<string>();
        string? after = null;
        for (var page = 0; page < 3; page++)
        {
            var orders = (await _shop.DataAsync(Client("orders", "fragment-order") + TestShop.Query("fragment-line"), new { first = 2, after, lines = 2 })).GetProperty("orders");
            names.AddRange(orders.GetProperty("nodes").EnumerateArray().Select(order => order.GetProperty("name").GetString()!));
            after = orders.GetProperty("pageInfo").GetProperty("endCursor").GetString();
            Assert.Equal(page < 2, orders.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        }

        Assert.Equal(["#1001", "#1002", "#1003", "#1004", "#1005"], names);
    }

    [Theory]
    [InlineData("first: 2, reverse: true", "#1005 #1004")]
    [InlineData("last: 2", "#1004 #1005")]
    [InlineData("last: 2, reverse: true", "#1002 #1001")]
    [InlineData("first: 9, query: \"updated_at:>='2026-06-04T00:00:00Z'\", sortKey: UPDATED_AT", "#1004 #1005")]
    [InlineData("first: 9, query: \"processed_at:<2026-06-03 -financial_status:voided\"", "#1001 #1002")]
    [InlineData("first: 9, query: \"status:cancelled\"", "#1003")]
    [InlineData("first: 9, query: \"name:#1002\"", "#1002")]
    [InlineData("first: 9, sortKey: ID, query: \"customer_id:1000000000007\"", "#1001 #1003")]
    public async Task Lists_are_sorted_cut_and_searched(string arguments, string names)
    {
        var nodes = (await _shop.DataAsync($"{{ orders({arguments}) {{ nodes {{ name }} }} }}")).GetProperty("orders").GetProperty("nodes");
        Assert.Equal(names, string.Join(' ', nodes.EnumerateArray().Select(node => node.GetProperty("name").GetString())));
    }

    [Fact]
    public async Task A_customers_update_is_matched_by_the_day()
    {
        // Customer 9 was last changed on 2026-06-05; a later hour of that day still finds him, as at Shopify.
        var nodes = (await _shop.DataAsync(Client("customers", "fragment-customer"), new { first = 9, query = "updated_at:>='2026-06-05T23:59:00Z'" })).GetProperty("customers").GetProperty("nodes");
        Assert.Equal("gid://shopify/Customer/1000000000009", Assert.Single(nodes.EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_unknown_search_field_filters_nothing_and_warns()
    {
        var answer = await _shop.AskAsync("""{ orders(first: 9, query: "updated_att:>='2026-06-04'") { nodes { id } } }""");
        Assert.Equal(5, answer.GetProperty("data").GetProperty("orders").GetProperty("nodes").GetArrayLength());
        var search = answer.GetProperty("extensions").GetProperty("search")[0];
        Assert.Equal("orders", search.GetProperty("path")[0].GetString());
        Assert.Equal("updated_att", search.GetProperty("warnings")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_right_search_field_does_not_warn() =>
        Assert.False((await _shop.AskAsync("""{ orders(first: 9, query: "updated_at:>='2026-06-04'") { nodes { id } } }""")).GetProperty("extensions").TryGetProperty("search", out _));

    [Fact]
    public async Task Counts_stop_at_their_limit()
    {
        Assert.Equal("""{"ordersCount":{"count":3,"precision":"AT_LEAST"}}""", (await _shop.DataAsync("{ ordersCount(limit: 3) { count precision } }")).GetRawText());
        Assert.Equal("""{"ordersCount":{"count":4,"precision":"EXACT"}}""", (await _shop.DataAsync("""{ ordersCount(limit: null, query: "-status:cancelled") { count precision } }""")).GetRawText());
    }

    [Fact]
    public async Task The_installation_names_its_scopes()
    {
        var scopes = (await _shop.DataAsync("{ currentAppInstallation { accessScopes { handle } } }")).GetProperty("currentAppInstallation").GetProperty("accessScopes");
        Assert.Equal(["read_all_orders", "read_customers", "read_orders", "read_products"], scopes.EnumerateArray().Select(scope => scope.GetProperty("handle").GetString()));
    }

    [Fact]
    public async Task A_webhook_is_subscribed_to_once()
    {
        const string Create = "mutation($topic: WebhookSubscriptionTopic!, $in: WebhookSubscriptionInput!) { webhookSubscriptionCreate(topic: $topic, webhookSubscription: $in) { webhookSubscription { topic uri } userErrors { message } } }";
        var variables = new { topic = "ORDERS_CREATE", @in = new { uri = "https://app.example/webhooks", format = "JSON" } };
        Assert.Equal("""{"topic":"ORDERS_CREATE","uri":"https://app.example/webhooks"}""", (await _shop.DataAsync(Create, variables)).GetProperty("webhookSubscriptionCreate").GetProperty("webhookSubscription").GetRawText());
        Assert.Equal("Address for this topic has already been taken", (await _shop.DataAsync(Create, variables)).GetProperty("webhookSubscriptionCreate").GetProperty("userErrors")[0].GetProperty("message").GetString());
        Assert.Equal(1, (await _shop.DataAsync("{ webhookSubscriptions(first: 5) { nodes { id } } }")).GetProperty("webhookSubscriptions").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task A_webhook_subscription_moves_to_an_address_that_is_free_for_its_topic()
    {
        const string Create = "mutation($uri: String!) { webhookSubscriptionCreate(topic: ORDERS_CREATE, webhookSubscription: { uri: $uri }) { webhookSubscription { id } } }";
        const string Update = "mutation($id: ID!, $uri: String!) { webhookSubscriptionUpdate(id: $id, webhookSubscription: { uri: $uri }) { webhookSubscription { uri } userErrors { message } } }";
        async Task<string?> CreateAsync(string uri) => (await _shop.DataAsync(Create, new { uri })).GetProperty("webhookSubscriptionCreate").GetProperty("webhookSubscription").GetProperty("id").GetString();
        async Task<string> UpdateAsync(string? id, string uri) => (await _shop.DataAsync(Update, new { id, uri })).GetProperty("webhookSubscriptionUpdate").GetRawText();
        var old = await CreateAsync("https://old.example/webhooks");
        await CreateAsync("https://taken.example/webhooks");

        Assert.Equal("""{"webhookSubscription":{"uri":"https://new.example/webhooks"},"userErrors":[]}""", await UpdateAsync(old, "https://new.example/webhooks"));
        Assert.Contains("already been taken", await UpdateAsync(old, "https://taken.example/webhooks"), StringComparison.Ordinal);
        Assert.Contains("does not exist", await UpdateAsync("gid://shopify/WebhookSubscription/1", "https://new.example/webhooks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unsupported_version_falls_forward()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "admin/api/2024-01/graphql.json");
        Assert.Equal(["2026-01"], (await _shop.Http.SendAsync(request)).Headers.GetValues("X-Shopify-API-Version"));
    }

    [Fact]
    public async Task A_store_is_also_found_by_its_host()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_shop.Host.BaseAddress, TestShop.AuthorizePath()));
        request.Headers.Host = TestShop.Domain;
        Assert.Equal(302, (int)(await _shop.Http.SendAsync(request)).StatusCode);
        Assert.Equal(404, (int)(await _shop.Http.GetAsync(new Uri(_shop.Host.BaseAddress, TestShop.AuthorizePath()))).StatusCode);
    }

    private static string Client(string query, string fragment) => TestShop.Query(query) + TestShop.Query(fragment);

    private static string? Amount(JsonElement order, string field) => order.GetProperty(field).GetProperty("shopMoney").GetProperty("amount").GetString();

    private static string Without(JsonElement json, string field) =>
        JsonSerializer.Serialize(json.EnumerateObject().Where(property => property.Name != field).ToDictionary(property => property.Name, property => property.Value));
}
