using System.Web;

namespace XSight.Shopify.Tests;

public sealed class OAuthTests
{
    private const string Granted = """
        {"access_token":"shpat_new","scope":"read_customers,read_orders","expires_in":3600,"refresh_token":"shprt_new","refresh_token_expires_in":7776000}
        """;

    [Fact]
    public async Task The_authorize_address_is_encoded_and_asks_for_an_offline_token()
    {
        await using var shop = await Shop.OpenAsync("https://{shop}");

        var address = shop.OAuth.AuthorizeUrl(Shop.Domain, "a b&c=d");

        Assert.Equal("https://corner-shop.myshopify.com/admin/oauth/authorize", address.GetLeftPart(UriPartial.Path));
        Assert.Contains("redirect_uri=https%3A%2F%2Fxsight.example%2Fauth%2Fcallback", address.Query, StringComparison.Ordinal);
        var query = HttpUtility.ParseQueryString(address.Query);
        Assert.Equal("client_id scope redirect_uri state", string.Join(" ", query.AllKeys));
        Assert.Equal("our-key", query["client_id"]);
        Assert.Equal("read_customers,read_orders,read_all_orders,read_products", query["scope"]);
        Assert.Equal("a b&c=d", query["state"]);
    }

    [Fact]
    public async Task Signatures_are_checked_against_the_programs_clock()
    {
        await using var shop = await Shop.OpenAsync();
        var old = new Dictionary<string, string> { ["shop"] = "some-shop.myshopify.com", ["code"] = "0907a61c0c8d55e99db179b68161bc00", ["timestamp"] = "1337178173", ["hmac"] = "4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20" };

        Assert.False(shop.OAuth.IsSigned(old));
    }

    [Fact]
    public async Task A_code_becomes_expiring_tokens_with_instants()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Json(Granted));
        var now = shop.Time.GetUtcNow();

        var grant = await shop.OAuth.ExchangeCodeAsync(Shop.Domain, "the-code", TestContext.Current.CancellationToken);

        Assert.Equal("read_customers,read_orders", grant.Scopes);
        Assert.Equal(new ShopTokens { AccessToken = "shpat_new", AccessTokenExpiresAt = now.AddHours(1), RefreshToken = "shprt_new", RefreshTokenExpiresAt = now.AddDays(90) }, grant.Tokens);
        var request = Assert.Single(shop.Store.Requests);
        Assert.Equal("/corner-shop.myshopify.com/admin/oauth/access_token", request.Path);
        Assert.Equal("""{"client_id":"our-key","client_secret":"hush","code":"the-code","expiring":"1"}""", request.Body);
    }

    [Fact]
    public async Task A_refresh_names_its_grant_type_and_gives_a_new_pair()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Status(502)).Then(Reply.Json(Granted));

        var grant = await shop.OAuth.RefreshAsync(Shop.Domain, "shprt_old", TestContext.Current.CancellationToken);

        Assert.Equal("shprt_new", grant.Tokens.RefreshToken);
        Assert.Equal("""{"client_id":"our-key","client_secret":"hush","grant_type":"refresh_token","refresh_token":"shprt_old"}""", shop.Store.Requests.Last().Body);
    }

    [Theory]
    [InlineData(400, ShopifyErrorKind.InvalidQuery, "connect again")]
    [InlineData(401, ShopifyErrorKind.Unauthorized, "key and secret")]
    [InlineData(404, ShopifyErrorKind.NotFound, "no such store")]
    [InlineData(402, ShopifyErrorKind.PaymentRequired, "frozen")]
    public async Task A_refused_code_says_what_to_do(int status, ShopifyErrorKind kind, string said)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Json("""{"error":"invalid_request"}""", status));

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.OAuth.ExchangeCodeAsync(Shop.Domain, "the-code", TestContext.Current.CancellationToken));

        Assert.Equal(kind, error.Kind);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    public async Task A_dead_refresh_token_means_that_the_merchant_must_reconnect(int status)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Json("""{"error":"invalid_grant"}""", status));

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.OAuth.RefreshAsync(Shop.Domain, "shprt_old", TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.Unauthorized, error.Kind);
        Assert.Contains("must reconnect", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"access_token\":\"shpat_new\",", "", "access_token")]
    [InlineData(",\"refresh_token\":\"shprt_new\"", "", "would never expire")]
    [InlineData("\"scope\":\"read_customers,read_orders\",", "", "scope")]
    [InlineData("3600", "0", "expires_in")]
    [InlineData("3600", "9000000000000000000", "expires_in")]
    [InlineData("7776000", "-5", "refresh_token_expires_in")]
    [InlineData("3600", "\"shpat_new\"", "expires_in")]
    [InlineData("{", "<html>", "not what the OAuth endpoint promises")]
    public async Task A_grant_that_is_not_an_expiring_pair_is_malformed_and_shows_no_token(string sound, string broken, string said)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Json(Granted.Replace(sound, broken, StringComparison.Ordinal)));

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.OAuth.ExchangeCodeAsync(Shop.Domain, "the-code", TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.Malformed, error.Kind);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("shp", error.ToString().Replace("XSight.Shopify", "", StringComparison.Ordinal).Replace("shopify", "", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_secrets_codes_nor_tokens_are_logged()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Status(500)).Then(Reply.Json(Granted)).Then(Reply.Json(Granted));

        await shop.OAuth.ExchangeCodeAsync(Shop.Domain, "the-code", TestContext.Current.CancellationToken);
        await shop.OAuth.RefreshAsync(Shop.Domain, "shprt_old", TestContext.Current.CancellationToken);

        Assert.Equal(3, shop.Log.Count);
        Assert.All((string[])["hush", "the-code", "shpat_", "shprt_"], secret => Assert.DoesNotContain(shop.Log, line => line.Contains(secret, StringComparison.Ordinal)));
    }
}
