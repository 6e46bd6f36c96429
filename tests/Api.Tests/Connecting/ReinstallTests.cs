using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using XSight.Api.Tests.Support;
using XSight.ShopifySimulator;
using XSight.Storage;

namespace XSight.Api.Tests.Connecting;

/// <summary>A shop removes the app and comes back, and changes what it grants, over real HTTP with the simulated store.</summary>
public sealed class ReinstallTests : IAsyncLifetime
{
    private const string Shop = "fickle-store";
    private const string Domain = $"{Shop}.myshopify.com";

    private Installation _xsight = null!;
    private Visitor _merchant = null!;
    private ShopifyDoor _shopify = null!;

    public async ValueTask InitializeAsync()
    {
        _xsight = await Installation.StartAsync([Shop]);
        _merchant = await _xsight.ConnectAsync("fickle@example.com", Shop);
        _shopify = new ShopifyDoor(_xsight);
    }

    public async ValueTask DisposeAsync()
    {
        _shopify.Dispose();
        _merchant.Dispose();
        await _xsight.DisposeAsync();
    }

    private IDatabase Database => _xsight.Services.GetRequiredService<IDatabase>();

    [Fact]
    public async Task A_connected_store_really_delivers_by_the_subscriptions_we_made()
    {
        await SubscribedAsync();

        var told = await _xsight.Stores.ChangeAsync(Domain, [new StoreChange("orders/create") { CustomerIndex = 0, Amount = 12.34m }], null, default);

        Assert.Equal(["orders/create", "orders/paid"], told.Select(delivery => delivery.Topic).Order());
        Assert.All(told, delivery => Assert.Equal(200, delivery.Status));
        Assert.All(told, delivery => Assert.Equal($"{_xsight.Address}webhooks/{delivery.Topic}", delivery.To));
    }

    [Fact]
    public async Task An_uninstall_stops_everything_and_a_reinstall_goes_on_where_it_left()
    {
        await SubscribedAsync();
        var tenant = Text(await MeAsync(), "id");
        Assert.Equal(["sync", "webhooks"], await RemindersAsync(tenant));

        Assert.Equal([200], (await _xsight.Stores.UninstallAsync(Domain, default)).Select(delivery => delivery.Status));
        await Eventually.TrueAsync(async () => !(await MeAsync()).GetProperty("connected").GetBoolean(), "the token is forgotten");
        Assert.Empty(await RemindersAsync(tenant));
        using var refused = await _merchant.PostAsync("/api/v1/tenants/me/sync");
        await Problem.OfAsync(refused, HttpStatusCode.Conflict);
        Assert.Contains("not connected: the app was removed", await PageAsync(), StringComparison.Ordinal);

        // What happens now is not told to us, and what is told all the same is not kept.
        await _xsight.Stores.ChangeAsync(Domain, [new StoreChange("orders/create") { CustomerIndex = 0, Amount = 10 }], null, default);
        Assert.Equal(HttpStatusCode.OK, await _shopify.DeliverAsync(Domain, "customers/create", """{"id":424242,"created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}"""));
        await Eventually.TrueAsync(async () => (await Database.Inbox.MeasureAsync(default)).Waiting == 0, "nothing waits");
        Assert.Equal(0, (await _merchant.ReadAsync("/api/v1/customers?q=424242")).GetProperty("total").GetInt64());
        var orders = await OrdersAsync();

        using var back = await _merchant.GetAsync($"/auth?shop={Domain}", follow: true);
        Assert.True(back.IsSuccessStatusCode);
        var last = await _merchant.SyncedAsync();

        Assert.Equal("incremental", Text(last, "kind"));
        Assert.Equal("completed", Text(last, "phase"));
        Assert.Equal(tenant, Text(await MeAsync(), "id"));
        Assert.Equal(orders + 1, await OrdersAsync());
        await SubscribedAsync();
        var told = await _xsight.Stores.ChangeAsync(Domain, [new StoreChange("customers/update") { CustomerId = 0, CustomerIndex = 0, Tags = ["back"] }], null, default);
        Assert.Equal([200], told.Select(delivery => delivery.Status));
        Assert.Equal(["sync", "webhooks"], await RemindersAsync(tenant));
    }

    [Fact]
    public async Task An_uninstall_of_before_the_newest_connect_says_nothing()
    {
        var longAgo = TimeProvider.System.GetUtcNow().AddHours(-3);
        await _shopify.DeliverAsync(Domain, "app/uninstalled", "{}", triggeredAt: longAgo);
        await Eventually.TrueAsync(async () => (await _merchant.ReadAsync("/api/v1/privacy/audit")).GetProperty("items")[0].GetProperty("action").GetString() == "app/uninstalled", "it is read");

        Assert.True((await MeAsync()).GetProperty("connected").GetBoolean());
    }

    [Fact]
    public async Task Changed_scopes_are_noted_shown_and_followed_by_the_subscriptions()
    {
        await SubscribedAsync();
        var now = TimeProvider.System.GetUtcNow().AddSeconds(1);
        await _shopify.DeliverAsync(Domain, "app/scopes_update", $$"""{"previous":[],"current":["read_customers","read_customer_merge"],"updated_at":"{{now:o}}"}""");

        await Eventually.TrueAsync(async () => (await PageAsync()).Contains("<strong>read_orders, read_all_orders, read_products</strong>", StringComparison.Ordinal), "the page says what is missing");
        var page = await PageAsync();
        Assert.Contains("read_customers, read_customer_merge", page, StringComparison.Ordinal);
        await Eventually.TrueAsync(async () => (await PageAsync()).Contains("Without orders/create", StringComparison.Ordinal), "topics are left out");
        Assert.DoesNotContain("customers/merge", await PageAsync(), StringComparison.Ordinal);
    }

    private static string Text(JsonElement parent, string member) => parent.GetProperty(member).GetString()!;

    private Task<JsonElement> MeAsync() => _merchant.ReadAsync("/api/v1/tenants/me");

    private async Task<IEnumerable<string>> RemindersAsync(string tenant) =>
        (await Database.Reminders.ListAsync($"tenant/{tenant}", default)).Select(r => r.Name).Order();

    private async Task<long> OrdersAsync() => (await _merchant.ReadAsync("/api/v1/tenants/me/stats")).GetProperty("orders").GetInt64();

    private async Task<string> PageAsync()
    {
        using var page = await _merchant.GetAsync("/settings/privacy");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
    }

    private Task SubscribedAsync() =>
        Eventually.TrueAsync(async () => (await PageAsync()).Contains("subscribed, compared with the store", StringComparison.Ordinal), "the subscriptions are there");
}
