using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using XSight.Api.Configuration;
using XSight.Api.Sessions;
using XSight.Shopify;

namespace XSight.Api.Tests.Sessions;

public sealed class SessionTokensTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_token_is_good_until_its_last_second_and_not_after()
    {
        var tokens = Tokens(1);
        var token = Issue(tokens, "door");
        _time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.Equal("ana", (await tokens.ReadAsync("door", token))?.FindFirst("who")?.Value);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await tokens.ReadAsync("door", token));
    }

    [Fact]
    public async Task A_token_of_another_audience_or_key_or_time_is_nobody()
    {
        var tokens = Tokens(1);
        Assert.Null(await tokens.ReadAsync("window", Issue(tokens, "door")));
        Assert.Null(await tokens.ReadAsync("door", Issue(Tokens(2), "door")));
        var early = Issue(tokens, "door");
        Assert.Null(await Tokens(1, _time.GetUtcNow().AddMinutes(-1)).ReadAsync("door", early));
    }

    [Fact]
    public async Task An_unsigned_or_altered_token_is_nobody()
    {
        var tokens = Tokens(1);
        var parts = Issue(tokens, "door").Split('.');
        var noAlgorithm = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"JWT"}""")).TrimEnd('=');
        var other = Issue(tokens, "door", "ben").Split('.');
        Assert.Null(await tokens.ReadAsync("door", $"{noAlgorithm}.{parts[1]}."));
        Assert.Null(await tokens.ReadAsync("door", $"{parts[0]}.{other[1]}.{parts[2]}"));
        Assert.Null(await tokens.ReadAsync("door", "not a token"));
    }

    private static string Issue(SessionTokens tokens, string audience, string who = "ana") => tokens.Issue(audience, TimeSpan.FromMinutes(10), [new Claim("who", who)]);

    private SessionTokens Tokens(byte key, DateTimeOffset? now = null) => new(
        new XSightOptions
        {
            DataFolder = "",
            DatabaseUrl = "",
            IsEmbedded = true,
            CanConnect = false,
            SessionKey = [.. Enumerable.Repeat(key, 32)],
            Shopify = new ShopifyOptions { ApiKey = "k", ApiSecret = "s", AppUrl = new Uri("http://localhost") },
        },
        now is { } other ? new FakeTimeProvider(other) : _time);
}
