using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using XSight.Api.Connecting;
using XSight.Api.Tests.Support;
using XSight.Web.Connecting;

namespace XSight.Api.Tests.Connecting;

public sealed class ConnectTests(TwoStores stores)
{
    [Fact]
    public async Task Beginning_leads_to_the_store_with_a_nonce_that_only_this_browser_holds()
    {
        using var answer = await stores.Cleo.GetAsync($"/auth?shop={TwoStores.FreeShop}.myshopify.com");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/admin/oauth/authorize", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Matches("state=[0-9a-f]{64}", answer.Headers.Location!.Query);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith(ConnectState.CookieName, StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/auth", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?shop=")]
    [InlineData("?shop=evil.example")]
    [InlineData("?shop=evil.example%2Fana-store.myshopify.com")]
    [InlineData("?shop=ana-store.myshopify.com.evil.example")]
    public async Task What_is_no_store_is_refused_before_anything_leaves(string query)
    {
        using var answer = await stores.Cleo.GetAsync($"/auth{query}");
        await Problem.OfAsync(answer, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_callback_that_shopify_did_not_sign_is_refused()
    {
        var query = Signed(TwoStores.FreeShop, "code", "state");
        using var altered = await stores.Cleo.GetAsync($"/auth/callback?{query.Replace("code=code", "code=other", StringComparison.Ordinal)}");
        await Problem.OfAsync(altered, HttpStatusCode.Unauthorized);
        using var bare = await stores.Cleo.GetAsync("/auth/callback");
        await Problem.OfAsync(bare, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_signed_callback_with_a_state_of_nobody_or_of_another_browser_is_refused()
    {
        using var answer = await stores.Cleo.GetAsync($"/auth/callback?{Signed(TwoStores.FreeShop, "code", new string('0', 64))}");
        await Problem.OfAsync(answer, HttpStatusCode.BadRequest);

        using var begun = await stores.Ben.GetAsync($"/auth?shop={TwoStores.FreeShop}.myshopify.com");
        var state = System.Web.HttpUtility.ParseQueryString(begun.Headers.Location!.Query)["state"]!;
        using var other = await stores.Cleo.GetAsync($"/auth/callback?{Signed(TwoStores.FreeShop, "code", state)}");
        await Problem.OfAsync(other, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_store_of_another_account_is_refused_in_words_and_stays_where_it_is()
    {
        using var dan = await stores.Installation.SignUpAsync("dan@example.com");
        using var answer = await dan.GetAsync($"/auth?shop={TwoStores.AnaShop}.myshopify.com", follow: true);
        var problem = await Problem.OfAsync(answer, HttpStatusCode.Conflict);
        Assert.Contains("another XSight account", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.False((await dan.ReadAsync("/api/v1/tenants/me")).GetProperty("connected").GetBoolean());
        Assert.True((await stores.Ana.ReadAsync("/api/v1/tenants/me")).GetProperty("connected").GetBoolean());
    }

    [Fact]
    public async Task A_second_store_of_one_account_is_refused_in_words()
    {
        using var answer = await stores.Ben.GetAsync($"/auth?shop={TwoStores.FreeShop}.myshopify.com", follow: true);
        var problem = await Problem.OfAsync(answer, HttpStatusCode.Conflict);
        Assert.Contains("another store", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_led_back_to_the_connect_page()
    {
        using var answer = await stores.Cleo.SendAsync(HttpMethod.Get, "/auth?shop=nonsense", null, ("Accept", "text/html"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/connect?problem=not-a-shop", answer.Headers.Location!.ToString());

        using var page = await stores.Cleo.GetAsync("/connect?problem=taken");
        Assert.Contains(ConnectProblem.Taken.Message, WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_install_leads_a_stranger_to_log_in_and_a_merchant_to_the_grant()
    {
        using var stranger = stores.Installation.Visit();
        using var login = await stranger.GetAsync($"/auth/install?{Signed(TwoStores.FreeShop)}");
        Assert.StartsWith("/login?returnUrl=", login.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var grant = await stores.Cleo.GetAsync($"/auth/install?{Signed(TwoStores.FreeShop)}");
        Assert.Equal($"/auth?shop={TwoStores.FreeShop}.myshopify.com", grant.Headers.Location!.ToString());
        using var unsigned = await stranger.GetAsync($"/auth/install?shop={TwoStores.FreeShop}.myshopify.com");
        await Problem.OfAsync(unsigned, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Without_a_shopify_app_connecting_says_so_and_no_signature_counts()
    {
        var none = new Dictionary<string, string> { ["SHOPIFY_API_KEY"] = "", ["SHOPIFY_API_SECRET"] = "", ["SHOPIFY_APP_URL"] = "" };
        await using var installation = await Installation.StartAsync([TwoStores.FreeShop], none);
        using var ana = await installation.SignUpAsync("ana@example.com");
        using var answer = await ana.GetAsync($"/auth?shop={TwoStores.FreeShop}.myshopify.com");
        var problem = await Problem.OfAsync(answer, HttpStatusCode.ServiceUnavailable);
        Assert.Contains("SHOPIFY_API_KEY", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var install = await ana.GetAsync($"/auth/install?{Signed(TwoStores.FreeShop)}");
        await Problem.OfAsync(install, HttpStatusCode.Unauthorized);
    }

    /// <summary>A query string as Shopify would sign it.</summary>
    private static string Signed(string shop, string? code = null, string? state = null)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["shop"] = $"{shop}.myshopify.com",
            ["timestamp"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        };
        if (code is not null)
        {
            facts["code"] = code;
        }

        if (state is not null)
        {
            facts["state"] = state;
        }

        var message = string.Join('&', facts.Select(fact => $"{fact.Key}={fact.Value}"));
        return $"{message}&hmac={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Installation.ApiSecret), Encoding.UTF8.GetBytes(message)))}";
    }
}
