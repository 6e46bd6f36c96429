using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using XSight.Api.Tests.Support;
using XSight.ShopifySimulator;
using XSight.Storage;

namespace XSight.Api.Tests.Webhooks;

/// <summary>From the front door to the figures, for a connected store.</summary>
public sealed class WebhookRoadTests : IAsyncLifetime
{
    private const string Shop = "road-store";
    private const string Domain = $"{Shop}.myshopify.com";
    private const int LastAttempt = 4;

    private Installation _xsight = null!;
    private Visitor _merchant = null!;
    private ShopifyDoor _shopify = null!;

    public async ValueTask InitializeAsync()
    {
        _xsight = await Installation.StartAsync([Shop]);
        _merchant = await _xsight.ConnectAsync("road@example.com", Shop);
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
    public async Task A_topic_in_the_header_alone_is_as_good_as_one_in_the_path()
    {
        Assert.Equal(HttpStatusCode.NotFound, await _shopify.DeliverAsync(Domain, "no/such", "{}", inPath: false));
        Assert.Equal(HttpStatusCode.OK, await _shopify.DeliverAsync(
            Domain, "customers/create", """{"id":31337,"first_name":"Ida","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}""", inPath: false));

        await Eventually.TrueAsync(async () => (await _merchant.ReadAsync("/api/v1/customers?q=31337")).GetProperty("total").GetInt64() == 1, "the customer is there");
    }

    [Fact]
    public async Task A_malformed_body_is_accepted_and_ends_as_a_dead_letter_that_quotes_nothing_of_it()
    {
        Assert.Equal(HttpStatusCode.OK, await _shopify.DeliverAsync(Domain, "orders/create", """{"id":"no number","email":"secret@example.com" """));
        var tenant = TenantId.Parse((await _merchant.ReadAsync("/api/v1/tenants/me")).GetProperty("id").GetString()!);

        // The pauses between attempts are a minute and a half; after its first failure only the last attempt is waited for.
        await Eventually.TrueAsync(
            async () =>
            {
                foreach (var item in (await Database.Privacy.ReadDeliveriesAsync(tenant, 0, default)).Where(item => item.Attempts is > 0 and < LastAttempt))
                {
                    await Database.Inbox.RetryAsync(tenant, item.InboxSeq, LastAttempt, TimeProvider.System.GetUtcNow(), "It failed.", default);
                }

                return (await Database.Inbox.MeasureAsync(default)).Dead == 1;
            },
            "it is set aside");

        var dead = Assert.Single(await Database.Inbox.ListDeadAsync(null, 10, default));
        Assert.Contains("orders/create", dead.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", dead.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_shuffled_copies_of_each_delivery_count_once()
    {
        var before = await OrdersAsync();
        await SubscribedAsync();

        var changes = Enumerable.Range(0, 20).Select(i => new StoreChange("orders/create") { CustomerIndex = i, Amount = 10 + i }).ToList();
        var told = await _xsight.Stores.ChangeAsync(Domain, changes, new DeliveryOptions { Copies = 3, Shuffle = true, Seed = 5, Parallel = 4 }, default);

        Assert.Equal(20 * 2 * 3, told.Count);
        Assert.All(told, delivery => Assert.Equal(200, delivery.Status));
        await Eventually.TrueAsync(async () => (await Database.Inbox.MeasureAsync(default)).Waiting == 0, "all are applied");
        Assert.Equal(before.Orders + 20, (await OrdersAsync()).Orders);
        await Eventually.TrueAsync(async () => (await OrdersAsync()).RevenueMinor == before.RevenueMinor + changes.Sum(c => (long)(c.Amount! * 100)), "each counts once in the money of the customers");
    }

    [Fact]
    public async Task An_anonymous_order_counts_in_revenue_and_not_in_rfm()
    {
        await SubscribedAsync();
        var tenant = TenantId.Parse((await _merchant.ReadAsync("/api/v1/tenants/me")).GetProperty("id").GetString()!);
        var (before, sales) = (await OrdersAsync(), await SalesAsync(tenant));

        await _xsight.Stores.ChangeAsync(Domain, [new StoreChange("orders/create") { Amount = 99.99m }], null, default);

        await Eventually.TrueAsync(async () => await SalesAsync(tenant) == sales + 9_999, "the revenue has grown");
        Assert.Equal((before.Orders + 1, before.RevenueMinor, before.Eligible), await OrdersAsync());
    }

    private async Task<long> SalesAsync(TenantId tenant) => (await Database.Orders.SalesByDayAsync(tenant, 0, 99_999, default)).Sum(day => day.NetMinor);

    /// <summary>Orders of the store, and of those who count in RFM their money and number.</summary>
    private async Task<(long Orders, long RevenueMinor, int Eligible)> OrdersAsync()
    {
        var stats = await _merchant.ReadAsync("/api/v1/tenants/me/stats");
        var revenue = decimal.Parse(stats.GetProperty("revenue").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        return (stats.GetProperty("orders").GetInt64(), (long)(revenue * 100), stats.GetProperty("eligible").GetInt32());
    }

    private Task SubscribedAsync() => Eventually.TrueAsync(
        async () =>
        {
            using var page = await _merchant.GetAsync("/settings/privacy");
            return (await page.Content.ReadAsStringAsync()).Contains("subscribed, compared with the store", StringComparison.Ordinal);
        },
        "the subscriptions are there");
}
