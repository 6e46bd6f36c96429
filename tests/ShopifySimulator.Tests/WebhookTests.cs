using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace XSight.ShopifySimulator.Tests;

public sealed class WebhookTests : IAsyncLifetime
{
    private TestShop _shop = null!;
    private WebhookReceiver _app = null!;

    public async ValueTask InitializeAsync()
    {
        _shop = await TestShop.WithOrdersAsync("1,7,2026-06-01,10.00,0\n2,8,2026-06-02,20.00,0\n");
        _app = await WebhookReceiver.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [Fact]
    public async Task A_new_order_is_told_signed_and_found_by_query()
    {
        var results = await ChangeAsync([new StoreChange("orders/create") { CustomerId = ExternalId.From("7"), Amount = 12.5m, Tags = ["a", "b"] }]);
        Assert.Equal(["orders/create", "orders/paid"], results.Select(result => result.Topic));
        Assert.All(results, result => Assert.Equal(200, result.Status));
        Assert.Single(results.Select(result => result.EventId).Distinct());

        var (path, headers, body) = _app.Received.First();
        Assert.Equal("/webhooks/orders/create", path);
        Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes("demo-secret"), body)), headers["X-Shopify-Hmac-Sha256"]);
        Assert.Equal((TestShop.Domain, "orders/create", "2026-07"), (headers["X-Shopify-Shop-Domain"], headers["X-Shopify-Topic"], headers["X-Shopify-API-Version"]));
        Assert.True(Guid.TryParse(headers["X-Shopify-Webhook-Id"], out _));
        Assert.EndsWith("Z", headers["X-Shopify-Triggered-At"], StringComparison.Ordinal);

        var order = JsonElement.Parse(body);
        Assert.Equal(("#1003", "12.50", "12.50", "paid", "a, b"), (Text(order, "name"), Text(order, "total_price"), Text(order, "current_total_price"), Text(order, "financial_status"), Text(order, "tags")));
        Assert.Equal(ExternalId.From("7"), order.GetProperty("customer").GetProperty("id").GetInt64());
        Assert.EndsWith(":00", Text(order, "created_at"), StringComparison.Ordinal);
        var gid = Text(order, "admin_graphql_api_id");
        Assert.Equal($"gid://shopify/Order/{order.GetProperty("id").GetInt64()}", gid);

        var data = await _shop.DataAsync("query($id: ID!) { order(id: $id) { name customer { numberOfOrders amountSpent { amount } lastOrder { name } } } }", new { id = gid });
        Assert.Equal("""{"name":"#1003","customer":{"numberOfOrders":"2","amountSpent":{"amount":"22.5"},"lastOrder":{"name":"#1003"}}}""", data.GetProperty("order").GetRawText());
    }

    [Fact]
    public async Task Every_field_of_the_payload_is_one_that_Shopify_sends()
    {
        await ChangeAsync([new StoreChange("orders/create") { CustomerIndex = 0, Amount = 99m }, new StoreChange("customers/update") { CustomerIndex = 0, FirstName = "Ada" }]);
        var order = Body("orders/create");
        Assert.Empty(order.EnumerateObject().Select(field => field.Name).Except(Fields("orders-create")));
        Assert.Empty(order.GetProperty("line_items")[0].EnumerateObject().Select(field => field.Name).Except(Fields("orders-create", "line_items")));
        Assert.Empty(Body("customers/update").EnumerateObject().Select(field => field.Name).Except(Fields("customers-update")));
        Assert.Equal("Ada", Text(Body("customers/update"), "first_name"));
    }

    [Fact]
    public async Task A_refund_leaves_what_is_left_and_a_cancelled_order_nothing()
    {
        var id = ExternalId.From("1");
        await ChangeAsync([new StoreChange("refunds/create") { Id = id, Amount = 4m, Note = "scratched" }]);
        Assert.Equal(id, Body("refunds/create").GetProperty("order_id").GetInt64());
        Assert.Equal(("6.00", "partially_refunded"), (Text(Body("orders/updated"), "current_total_price"), Text(Body("orders/updated"), "financial_status")));
        var updated = Text(Body("orders/updated"), "updated_at");

        await ChangeAsync([new StoreChange("orders/cancelled") { Id = id }]);
        var cancelled = Body("orders/cancelled");
        Assert.Equal(("0.00", "10.00", "customer"), (Text(cancelled, "current_total_price"), Text(cancelled, "total_price"), Text(cancelled, "cancel_reason")));
        Assert.True(DateTimeOffset.Parse(Text(cancelled, "updated_at")!, System.Globalization.CultureInfo.InvariantCulture) > DateTimeOffset.Parse(updated!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_deleted_order_is_gone_from_every_list()
    {
        await ChangeAsync([new StoreChange("orders/delete") { Id = ExternalId.From("2") }]);
        Assert.Equal($$"""{"id":{{ExternalId.From("2")}}}""", Body("orders/delete").GetRawText());
        Assert.Equal("""{"ordersCount":{"count":1},"orders":{"nodes":[{"name":"#1001"}]}}""", (await _shop.DataAsync("{ ordersCount { count } orders(first: 5) { nodes { name } } }")).GetRawText());
    }

    [Fact]
    public async Task A_changed_order_moves_to_the_end_of_the_updated_list()
    {
        await ChangeAsync([new StoreChange("orders/updated") { Id = ExternalId.From("1"), Note = "hello" }]);
        Assert.Equal("""{"orders":{"nodes":[{"name":"#1002","note":null},{"name":"#1001","note":"hello"}]}}""", (await _shop.DataAsync("{ orders(first: 5, sortKey: UPDATED_AT) { nodes { name note } } }")).GetRawText());
    }

    [Fact]
    public async Task A_new_customer_is_told_and_listed()
    {
        await ChangeAsync([new StoreChange("customers/create") { FirstName = "Grace", LastName = "Hopper", Email = "grace@example.com" }]);
        Assert.Equal(("Grace", "grace@example.com"), (Text(Body("customers/create"), "first_name"), Text(Body("customers/create"), "email")));
        Assert.Equal(1, (await _shop.DataAsync("""{ customersCount(query: "email:grace@example.com") { count } }""")).GetProperty("customersCount").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Duplicates_are_equal_and_shuffling_follows_the_seed()
    {
        var changes = Enumerable.Range(0, 10).Select(i => new StoreChange("orders/create") { Amount = i, FinancialStatus = "PENDING" }).ToList();
        var results = await ChangeAsync(changes, new DeliveryOptions { To = _app.Address, Copies = 2, Shuffle = true, Seed = 4 });
        Assert.Equal(20, results.Count);
        var amounts = _app.Received.Select(received => Text(JsonElement.Parse(received.Body), "total_price")).ToList();
        Assert.NotEqual(amounts.Order(), amounts);
        Assert.All(_app.Received.GroupBy(received => received.Headers["X-Shopify-Webhook-Id"]), pair => Assert.Equal(pair.First().Body, pair.Last().Body));
        Assert.Equal(10, _app.Received.DistinctBy(received => received.Headers["X-Shopify-Webhook-Id"]).Count());
    }

    [Fact]
    public async Task Without_an_address_subscribers_are_told()
    {
        const string Create = "mutation($in: WebhookSubscriptionInput!) { webhookSubscriptionCreate(topic: ORDERS_CREATE, webhookSubscription: $in) { userErrors { message } } }";
        await _shop.DataAsync(Create, new { @in = new { uri = _app.Address + "/hook" } });
        await _shop.Host.ChangeAsync(TestShop.Domain, [new StoreChange("orders/create") { Amount = 1m }], null, CancellationToken.None);
        Assert.Equal("/hook", Assert.Single(_app.Received).Path);
    }

    [Fact]
    public async Task Lost_webhooks_are_never_delivered_and_the_change_happened_all_the_same()
    {
        _shop.Faults.Add(new Fault(FaultKind.LostWebhook) { Times = 3 });

        var results = await ChangeAsync([.. Enumerable.Range(0, 5).Select(i => new StoreChange("orders/create") { Amount = i, FinancialStatus = "PENDING" })]);

        Assert.Equal(2, results.Count);
        Assert.Equal(2, _app.Received.Count);
        var now = TimeProvider.System.GetUtcNow();
        var since = $"updated_at:>='{now.AddHours(-1):yyyy-MM-ddTHH:mm:ssZ}' updated_at:<'{now.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}'";
        var counted = await _shop.DataAsync("query($q: String) { ordersCount(query: $q, limit: null) { count precision } }", new { q = since });
        Assert.Equal("""{"ordersCount":{"count":5,"precision":"EXACT"}}""", counted.GetRawText());
        var listed = await _shop.DataAsync("query($q: String) { orders(first: 250, query: $q, sortKey: UPDATED_AT) { nodes { id } } }", new { q = since });
        Assert.Equal(5, listed.GetProperty("orders").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_is_reported() =>
        Assert.All(await ChangeAsync([new StoreChange("orders/create") { Amount = 1m }], new DeliveryOptions { To = "http://127.0.0.1:9/" }), result => Assert.Equal(0, result.Status));

    [Fact]
    public async Task Changes_are_made_over_http()
    {
        var address = new Uri(_shop.Host.BaseAddress, $"_sim/{TestShop.Domain}/changes");
        var response = await _shop.Http.PostAsJsonAsync(address, new
        {
            changes = new object[] { new { @do = "orders/create", customerIndex = 0, amount = 5 } },
            deliver = new { to = _app.Address + "/webhooks/{topic}" },
        });
        var deliveries = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("deliveries");
        Assert.Equal(("orders/create", 200), (Text(deliveries[0], "topic"), deliveries[0].GetProperty("status").GetInt32()));
        Assert.Equal(400, (int)(await _shop.Http.PostAsJsonAsync(address, new { changes = new[] { new { @do = "orders/cancelled", id = 1 } } })).StatusCode);
    }

    [Theory]
    [InlineData("orders/explode", "'orders/explode' is not a change that the simulator knows.")]
    [InlineData("orders/create", "A new order needs an amount.")]
    [InlineData("orders/cancelled", "orders/cancelled needs the id of an order.")]
    public async Task A_change_that_cannot_happen_is_refused(string change, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<StoreChangeException>(() => ChangeAsync([new StoreChange(change)]))).Message);

    private static string? Text(JsonElement json, string field) => json.GetProperty(field).GetString();

    /// <summary>Field names of Shopify's own sample of a topic, 2026-07.</summary>
    private static string[] Fields(string topic, string? list = null) =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "webhook-fields.2026-07.json")))
            .GetProperty(list is null ? topic : $"{topic}.{list}").EnumerateArray().Select(name => name.GetString()!).ToArray();

    private Task<IReadOnlyList<DeliveryResult>> ChangeAsync(IReadOnlyList<StoreChange> changes, DeliveryOptions? deliver = null) =>
        _shop.Host.ChangeAsync(TestShop.Domain, changes, deliver ?? new DeliveryOptions { To = _app.Address + "/webhooks/{topic}" }, CancellationToken.None);

    /// <summary>The newest body of a topic.</summary>
    private JsonElement Body(string topic) => JsonElement.Parse(_app.Received.Last(received => received.Headers["X-Shopify-Topic"] == topic).Body);
}
