using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using XSight.Api.Configuration;
using XSight.Api.Sessions;
using XSight.Shopify;

namespace XSight.Api.Tests.Sessions;

public sealed class SessionCookieTests
{
    private static readonly TenantId Tenant = TenantId.New();

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_session_in_use_is_renewed_in_its_second_half_and_ends_after_thirty_days()
    {
        var (tokens, cookie) = Sessions("http://localhost");
        var token = Begin(cookie);
        var steps = 0;
        while (await tokens.ReadAsync(SessionDefaults.Audience, token) is { } claims)
        {
            var http = new DefaultHttpContext();
            if (!cookie.Continue(http, claims))
            {
                break;
            }

            token = Token(http) ?? token;
            _time.Advance(SessionDefaults.RenewAfter);
            steps++;
        }

        Assert.Equal(SessionDefaults.LongestSession / SessionDefaults.RenewAfter, steps);
    }

    [Fact]
    public async Task A_session_not_used_for_a_day_is_over()
    {
        var (tokens, cookie) = Sessions("http://localhost");
        var token = Begin(cookie);
        _time.Advance(SessionDefaults.Lifetime);
        Assert.Null(await tokens.ReadAsync(SessionDefaults.Audience, token));
    }

    [Theory]
    [InlineData("https://xsight.example", true)]
    [InlineData("http://localhost:5080", false)]
    public void The_cookie_is_secure_where_the_public_address_is(string address, bool secure)
    {
        var http = new DefaultHttpContext();
        UserKey.TryFromEmail("ana@example.com", out var user);
        Sessions(address).Cookie.Begin(http, user, "Ana", Tenant);
        Assert.Equal(secure, http.Response.Headers.SetCookie.ToString().Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    private static string Begin(SessionCookie cookie)
    {
        var http = new DefaultHttpContext();
        UserKey.TryFromEmail("ana@example.com", out var user);
        cookie.Begin(http, user, "Ana", Tenant);
        return Token(http)!;
    }

    private static string? Token(HttpContext http) =>
        http.Response.Headers.SetCookie is [{ } header] ? header.Split(';')[0].Split('=', 2)[1] : null;

    private (SessionTokens Tokens, SessionCookie Cookie) Sessions(string address)
    {
        var options = new XSightOptions
        {
            DataFolder = "",
            DatabaseUrl = "",
            IsEmbedded = true,
            CanConnect = false,
            SessionKey = new byte[32],
            Shopify = new ShopifyOptions { ApiKey = "k", ApiSecret = "s", AppUrl = new Uri(address) },
        };
        var tokens = new SessionTokens(options, _time);
        return (tokens, new SessionCookie(tokens, options, _time));
    }
}
