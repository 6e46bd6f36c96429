using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using XSight.Api.Tests.Support;
using XSight.ShopifySimulator;
using XSight.Storage;

namespace XSight.Api.Tests.Privacy;

/// <summary>The compliance topics over real HTTP, from Shopify's call to the bytes of the database.</summary>
public sealed class PrivacyTests : IAsyncLifetime
{
    private const string Shop = "quiet-store";
    private const string Domain = $"{Shop}.myshopify.com";
    private const string OwnerEmail = "owner.of.quiet@example.com";

    private Installation _xsight = null!;
    private Visitor _owner = null!;
    private ShopifyDoor _shopify = null!;

    public async ValueTask InitializeAsync()
    {
        _xsight = await Installation.StartAsync([Shop]);
        _owner = await _xsight.ConnectAsync(OwnerEmail, Shop);
        _shopify = new ShopifyDoor(_xsight);
    }

    public async ValueTask DisposeAsync()
    {
        _shopify.Dispose();
        _owner.Dispose();
        await _xsight.DisposeAsync();
    }

    private IDatabase Database => _xsight.Services.GetRequiredService<IDatabase>();

    [Fact]
    public async Task A_person_who_asks_gets_everything_held_of_them()
    {
        var person = await BestCustomerAsync();
        var id = Text(person, "id");
        Assert.Equal(HttpStatusCode.OK, await _shopify.DeliverAsync(Domain, "customers/data_request",
            $$$"""{"shop_id":1,"shop_domain":"{{{Domain}}}","customer":{"id":{{{id}}},"email":"{{{Text(person, "email")}}}","phone":null},"orders_requested":[1],"data_request":{"id":9999}}"""));

        var request = await RequestAsync();
        Assert.Equal("9999", Text(request, "storeRequestId"));
        Assert.Equal(id, request.GetProperty("customers")[0].GetString());

        using var answer = await _owner.GetAsync(Text(request, "export"));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        var export = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        var held = Assert.Single(export.GetProperty("persons").EnumerateArray());
        Assert.Equal(Text(person, "email"), Text(held.GetProperty("profile"), "email"));
        Assert.Equal(Text(person, "totalSpent"), Text(held.GetProperty("profile"), "totalSpent"));
        Assert.Equal(person.GetProperty("ordersCount").GetInt32(), held.GetProperty("orders").GetArrayLength());
        Assert.NotEqual(0, held.GetProperty("timeline").GetArrayLength());
        foreach (var order in held.GetProperty("orders").EnumerateArray())
        {
            var stored = await _owner.ReadAsync($"/api/v1/orders/{Text(order, "id")}");
            Assert.NotEqual(0, order.GetProperty("lines").GetArrayLength());
            Assert.True(JsonElement.DeepEquals(stored.GetProperty("lines"), order.GetProperty("lines")));
            Assert.True(JsonElement.DeepEquals(stored.GetProperty("refunds"), order.GetProperty("refunds")));
        }

        Assert.False(held.GetProperty("erased").GetBoolean());

        using var other = await _xsight.SignUpAsync("other@example.com");
        await Problem.OfAsync(await other.GetAsync(Text(request, "export")), HttpStatusCode.NotFound);
        Assert.Equal(0, (await other.ReadAsync("/api/v1/privacy/requests")).GetProperty("total").GetInt64());
        Assert.Equal(["privacy/export", "customers/data_request", "app/connected"], await AuditAsync());
    }

    [Fact]
    public async Task A_person_of_whom_only_the_address_is_told_is_found_by_it()
    {
        var person = await BestCustomerAsync();
        await _shopify.DeliverAsync(Domain, "customers/data_request", $$$"""{"customer":{"email":"{{{Text(person, "email").ToUpperInvariant()}}}"},"data_request":{"id":1}}""");

        Assert.Equal(Text(person, "id"), (await RequestAsync()).GetProperty("customers")[0].GetString());
    }

    [Fact]
    public async Task A_redacted_person_is_in_no_byte_of_the_files_and_does_not_come_back_while_the_sums_stay()
    {
        var person = await BestCustomerAsync();
        var (id, email) = (Text(person, "id"), Text(person, "email"));
        var before = await SumsAsync();

        // A delivery about the person that cannot be applied, and so waits with its body.
        await _shopify.DeliverAsync(Domain, "orders/updated", $$$"""{"id":77,"email":"{{{email}}}","customer":{"id":{{{id}}},"email":"{{{email}}}"},"created_at":"never"}""");
        await Eventually.TrueAsync(async () => (await Database.Inbox.MeasureAsync(default)).Waiting == 1, "the delivery waits");

        Assert.Equal(HttpStatusCode.OK, await _shopify.DeliverAsync(Domain, "customers/redact", RedactBody(id, email)));
        await AuditedAsync("customers/redact");

        await ReadTheStoreAgainAsync(long.Parse(id, CultureInfo.InvariantCulture));
        var left = await _owner.ReadAsync($"/api/v1/customers/{id}");
        Assert.Equal(JsonValueKind.Null, left.GetProperty("email").ValueKind);
        Assert.Equal(JsonValueKind.Null, left.GetProperty("name").ValueKind);
        Assert.Equal(Text(person, "totalSpent"), Text(left, "totalSpent"));
        Assert.Equal(before, await SumsAsync());

        await Database.Privacy.PurgeAsync(default);
        Assert.Empty(await RawFiles.FindAsync(_xsight.Folder, email));
    }

    [Fact]
    public async Task A_person_we_never_had_is_redacted_without_ado_and_does_not_come_in_later()
    {
        const string unknown = "stranger@nowhere.example";
        await _shopify.DeliverAsync(Domain, "customers/redact", RedactBody("191167", unknown));
        await AuditedAsync("customers/redact");

        await _shopify.DeliverAsync(Domain, "customers/create", $$$"""{"id":191167,"email":"{{{unknown}}}","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}""");
        await Eventually.TrueAsync(async () => (await _owner.ReadAsync("/api/v1/customers?q=191167")).GetProperty("total").GetInt64() == 1, "the customer is a number");

        Assert.Equal(JsonValueKind.Null, (await _owner.ReadAsync("/api/v1/customers/191167")).GetProperty("email").ValueKind);
    }

    [Fact]
    public async Task Two_days_after_the_app_was_removed_a_person_and_then_the_whole_store_are_erased()
    {
        var person = await BestCustomerAsync();
        var email = Text(person, "email");
        await _xsight.Stores.UninstallAsync(Domain, default);
        await Eventually.TrueAsync(async () => !(await _owner.ReadAsync("/api/v1/tenants/me")).GetProperty("connected").GetBoolean(), "the app is removed");

        await _shopify.DeliverAsync(Domain, "customers/redact", RedactBody(Text(person, "id"), email));
        await AuditedAsync("customers/redact");
        Assert.Equal(HttpStatusCode.OK, await _shopify.DeliverAsync(Domain, "shop/redact", $$$"""{"shop_id":1,"shop_domain":"{{{Domain}}}"}"""));
        await Eventually.TrueAsync(async () => await Database.Tenants.FindBindingAsync(ShopDomain.Parse(Domain), default) is null, "the store is nobody's");
        await Eventually.TrueAsync(async () => (await Database.Audit.ListUnderWayAsync(default)).Count == 0, "the erasure is done");

        using var login = await _xsight.Visit().PostAsync("/api/auth/login", new { email = OwnerEmail, password = Visitor.Password });
        Assert.Equal(HttpStatusCode.Unauthorized, login.StatusCode);
        await Database.Privacy.PurgeAsync(default);
        Assert.Empty(await RawFiles.FindAsync(_xsight.Folder, email, OwnerEmail, Domain));
        Assert.Equal(HttpStatusCode.OK, await _shopify.DeliverAsync(Domain, "shop/redact", $$$"""{"shop_id":1,"shop_domain":"{{{Domain}}}"}"""));
    }

    [Fact]
    public async Task A_signed_body_of_another_store_erases_nothing()
    {
        await _shopify.DeliverAsync(Domain, "shop/redact", """{"shop_id":1,"shop_domain":"another-store.myshopify.com"}""");

        await Eventually.TrueAsync(async () => (await Database.Inbox.MeasureAsync(default)).Waiting == 1, "it waits as failed");
        Assert.Empty(await Database.Audit.ListUnderWayAsync(default));
        Assert.True((await _owner.ReadAsync("/api/v1/tenants/me")).GetProperty("connected").GetBoolean());
    }

    [Theory]
    [InlineData("customers/data_request")]
    [InlineData("customers/redact")]
    [InlineData("shop/redact")]
    public async Task A_compliance_topic_without_signature_is_refused(string topic)
    {
        using var answer = await _owner.PostAsync($"/webhooks/{topic}", new { shop_domain = Domain });
        await Problem.OfAsync(answer, HttpStatusCode.Unauthorized);
    }

    private static string RedactBody(string id, string email) =>
        $$$"""{"shop_id":1,"shop_domain":"{{{Domain}}}","customer":{"id":{{{id}}},"email":"{{{email}}}","phone":"555-625-1199"},"orders_to_redact":[77]}""";

    private static string Text(JsonElement parent, string member) => parent.GetProperty(member).GetString()!;

    private async Task<JsonElement> BestCustomerAsync() => (await _owner.ReadAsync("/api/v1/customers?limit=1&sort=-total_spent")).GetProperty("items")[0];

    private async Task<(string Revenue, long Orders, long Customers)> SumsAsync()
    {
        var stats = await _owner.ReadAsync("/api/v1/tenants/me/stats");
        return (Text(stats, "revenue"), stats.GetProperty("orders").GetInt64(), stats.GetProperty("customers").GetInt64());
    }

    private async Task<JsonElement> RequestAsync()
    {
        JsonElement list = default;
        await Eventually.TrueAsync(async () => (list = await _owner.ReadAsync("/api/v1/privacy/requests")).GetProperty("total").GetInt64() == 1, "the request is listed");
        return list.GetProperty("items")[0];
    }

    private async Task<string[]> AuditAsync() =>
        [.. (await _owner.ReadAsync("/api/v1/privacy/audit")).GetProperty("items").EnumerateArray().Select(entry => Text(entry, "action"))];

    private Task AuditedAsync(string action) => Eventually.TrueAsync(async () => (await AuditAsync()).Contains(action), $"{action} is in the audit");

    /// <summary>By webhook and by a whole sync: each tells the person again.</summary>
    private async Task ReadTheStoreAgainAsync(long customer)
    {
        var told = await _xsight.Stores.ChangeAsync(Domain, [new StoreChange("customers/update") { Id = customer, Tags = ["late"] }], null, default);
        Assert.Equal([200], told.Select(delivery => delivery.Status));
        using var answer = await _owner.PostAsync("/api/v1/tenants/me/sync", new { kind = "full" });
        Assert.True(answer.IsSuccessStatusCode);
        await _owner.SyncedAsync();
    }
}
