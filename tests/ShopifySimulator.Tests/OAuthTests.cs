using System.Net.Http.Json;
using System.Text.Json;
using System.Web;
using Microsoft.Extensions.Time.Testing;

namespace XSight.ShopifySimulator.Tests;

public sealed class OAuthTests
{
    private const string Row = "1,7,2026-06-01,5.00,0\n";
    private const string Ask = "{ shop { name } }";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_query_is_signed_as_published_vectors_say()
    {
        var query = new Dictionary<string, string?>
        {
            ["timestamp"] = "1337178173",
            ["shop"] = "some-shop.myshopify.com",
            ["code"] = "0907a61c0c8d55e99db179b68161bc00",
            ["hmac"] = "ignored",
        };
        Assert.Equal("4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20", QuerySignature.Of(query, "hush"));
        query["state"] = "0.6784241404160823";
        Assert.Equal("700e2dadb827fcc8609e9d5ce208b2e9cdaab9df07390d2cbca10d7c328fc4bf", QuerySignature.Of(query, "hush"));
    }

    [Fact]
    public async Task The_merchant_is_sent_back_with_a_signed_code()
    {
        await using var shop = await ShopAsync();
        var response = await shop.Http.GetAsync(TestShop.AuthorizePath());
        Assert.Equal(302, (int)response.StatusCode);
        Assert.StartsWith(TestShop.Callback, response.Headers.Location!.ToString(), StringComparison.Ordinal);
        var query = HttpUtility.ParseQueryString(response.Headers.Location.Query);
        var pairs = query.AllKeys.Select(key => KeyValuePair.Create(key!, query[key]));
        Assert.Equal(query["hmac"], QuerySignature.Of(pairs, "demo-secret"));
        Assert.Equal(("nonce-1", TestShop.Domain, "1795359600"), (query["state"], query["shop"], query["timestamp"]));
    }

    [Theory]
    [InlineData("other-key", TestShop.Callback, "unknown client_id")]
    [InlineData("demo-key", "https://evil.example/callback", "redirect_uri is not whitelisted")]
    public async Task A_stranger_is_not_sent_anywhere(string key, string redirect, string message)
    {
        await using var shop = await ShopAsync();
        var response = await shop.Http.GetAsync(TestShop.AuthorizePath(key: key, redirect: redirect));
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(message, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_good_once_and_for_a_minute()
    {
        await using var shop = await ShopAsync();
        var code = await shop.CodeAsync();
        await shop.ExchangeAsync(code);
        Assert.Equal(400, await StatusAsync(shop, code));
        var late = await shop.CodeAsync();
        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(400, await StatusAsync(shop, late));
        Assert.Equal(400, await StatusAsync(shop, "nonsense"));
        Assert.Equal(400, await StatusAsync(shop, await shop.CodeAsync(), secret: "wrong"));
    }

    [Fact]
    public async Task An_expiring_token_lives_an_hour_and_is_refreshed_in_rotation()
    {
        await using var shop = await ShopAsync();
        var first = await shop.ExchangeAsync(await shop.CodeAsync());
        Assert.Equal((3600, 7_776_000), (first.GetProperty("expires_in").GetInt32(), first.GetProperty("refresh_token_expires_in").GetInt32()));
        Assert.Equal(200, await AskAsync(shop, first));
        _time.Advance(TimeSpan.FromSeconds(3601));
        Assert.Equal(401, await AskAsync(shop, first));

        var second = await RefreshAsync(shop, first);
        var again = await RefreshAsync(shop, first);
        Assert.NotEqual(second.GetProperty("refresh_token").GetString(), again.GetProperty("refresh_token").GetString());
        Assert.Equal(200, await AskAsync(shop, second));

        // The replacement has been used: the old refresh token is done with.
        Assert.Equal(400, (int)(await SendRefreshAsync(shop, first)).StatusCode);
        _time.Advance(TimeSpan.FromDays(91));
        Assert.Equal(400, (int)(await SendRefreshAsync(shop, second)).StatusCode);
    }

    [Fact]
    public async Task Tokens_outlive_the_simulator()
    {
        JsonElement tokens;
        await using (var before = await ShopAsync())
        {
            tokens = await before.ExchangeAsync(await before.CodeAsync());
        }

        await using var after = await ShopAsync();
        Assert.Equal(200, await AskAsync(after, tokens));
        await RefreshAsync(after, tokens);
    }

    [Fact]
    public async Task A_token_of_another_shop_or_none_is_refused()
    {
        await using var shop = await ShopAsync();
        var signer = new TokenSigner("demo-secret");
        var foreign = signer.Issue(new Token(TokenKind.Access, "other.myshopify.com", 1, long.MaxValue, TestShop.AllScopes));
        Assert.Equal(401, (int)(await shop.SendAsync(Ask, token: foreign)).StatusCode);
        Assert.Equal(401, (int)(await shop.SendAsync(Ask, token: "shpat_" + new string('A', 40))).StatusCode);
    }

    [Fact]
    public async Task After_uninstalling_every_token_is_void()
    {
        await using var shop = await ShopAsync();
        var tokens = await shop.ExchangeAsync(await shop.CodeAsync());
        await shop.Http.PostAsync(new Uri(shop.Host.BaseAddress, $"_sim/{TestShop.Domain}/uninstall"), null);
        Assert.Equal(401, await AskAsync(shop, tokens));
        Assert.Equal(400, (int)(await SendRefreshAsync(shop, tokens)).StatusCode);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, await AskAsync(shop, await shop.ExchangeAsync(await shop.CodeAsync())));
    }

    [Fact]
    public async Task A_scope_that_was_not_granted_is_missed()
    {
        await using var shop = await TestShop.WithOrdersAsync(Row, Options, "read_customers");
        var error = await shop.ErrorAsync("{ orders(first: 1) { nodes { id } } }");
        Assert.Equal("Access denied for orders field. Required access: `read_orders` access scope.", error.GetProperty("message").GetString());
        Assert.Equal("ACCESS_DENIED", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(1, (await shop.DataAsync("{ customersCount { count } }")).GetProperty("customersCount").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Without_read_all_orders_only_sixty_days_are_seen()
    {
        const string Rows = "1,7,2026-06-01,5.00,0\n2,7,2026-11-20,6.00,0\n";
        await using var shop = await TestShop.WithOrdersAsync(Rows, Options, "read_orders");
        Assert.Equal(1, (await shop.DataAsync("{ ordersCount { count } }")).GetProperty("ordersCount").GetProperty("count").GetInt32());
    }

    private SimulatorOptions Options => new() { Time = _time, Bucket = BucketOptions.Plus };

    private Task<TestShop> ShopAsync() => TestShop.WithOrdersAsync(Row, Options);

    private static async Task<int> StatusAsync(TestShop shop, string code, string secret = "demo-secret") =>
        (int)(await shop.TokenAsync(new { client_id = "demo-key", client_secret = secret, code, expiring = "1" })).StatusCode;

    private static async Task<int> AskAsync(TestShop shop, JsonElement tokens) =>
        (int)(await shop.SendAsync(Ask, token: tokens.GetProperty("access_token").GetString())).StatusCode;

    private static Task<HttpResponseMessage> SendRefreshAsync(TestShop shop, JsonElement tokens) =>
        shop.TokenAsync(new { client_id = "demo-key", client_secret = "demo-secret", grant_type = "refresh_token", refresh_token = tokens.GetProperty("refresh_token").GetString() });

    private static async Task<JsonElement> RefreshAsync(TestShop shop, JsonElement tokens)
    {
        var response = await SendRefreshAsync(shop, tokens);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
