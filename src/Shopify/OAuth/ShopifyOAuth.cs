using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace XSight.Shopify;

/// <inheritdoc cref="IShopifyOAuth"/>
internal sealed partial class ShopifyOAuth(ShopifyOptions options, HttpExchange exchange, Retrier retrier, TimeProvider time, ILogger<ShopifyOAuth> logger) : IShopifyOAuth
{
    private const string AuthorizePath = "/admin/oauth/authorize";
    private const string TokenPath = "/admin/oauth/access_token";

    /// <summary>A token that claims to live longer than this is not believed.</summary>
    private const long LifeSecondsMax = 10L * 365 * 24 * 60 * 60;

    public Uri AuthorizeUrl(ShopDomain shop, string state)
    {
        var query = string.Join('&', new (string Key, string Value)[]
        {
            ("client_id", options.ApiKey),
            ("scope", options.Scopes),
            ("redirect_uri", options.CallbackUrl.AbsoluteUri),
            ("state", state),
        }.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));
        return options.StoreAddress(shop, $"{AuthorizePath}?{query}");
    }

    public bool IsSigned(IEnumerable<KeyValuePair<string, string>> query) => SignedQuery.IsValid(query, options, time.GetUtcNow());

    public async Task<TokenGrant> ExchangeCodeAsync(ShopDomain shop, string code, CancellationToken cancellationToken)
    {
        var request = NewRequest() with { Code = code, Expiring = "1" };
        var grant = await AskAsync(shop, "code exchange", request, RetryLimits.Interactive, CodeRefused, cancellationToken);
        LogGranted(shop, grant.Scopes, grant.Tokens.AccessTokenExpiresAt);
        return grant;
    }

    /// <remarks>May be repeated: Shopify honours the old refresh token until the new one is first used (shopify.md 1.6).</remarks>
    public async Task<TokenGrant> RefreshAsync(ShopDomain shop, string refreshToken, CancellationToken cancellationToken)
    {
        var request = NewRequest() with { GrantType = "refresh_token", RefreshToken = refreshToken };
        var grant = await AskAsync(shop, "token refresh", request, RetryLimits.Background, RefreshRefused, cancellationToken);
        LogRefreshed(shop, grant.Tokens.AccessTokenExpiresAt);
        return grant;
    }

    private static AttemptFailure? CodeRefused(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => new(ShopifyErrorKind.InvalidQuery, "400: the store does not accept the code; it is good once and for a short time, so connect again"),
        HttpStatusCode.Unauthorized => new(ShopifyErrorKind.Unauthorized, "401: Shopify does not accept the app's key and secret"),
        _ => null,
    };

    private static AttemptFailure? RefreshRefused(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized =>
            new(ShopifyErrorKind.Unauthorized, $"{(int)status}: the store no longer accepts the refresh token; the merchant must reconnect"),
        _ => null,
    };

    private TokenRequest NewRequest() => new() { ClientId = options.ApiKey, ClientSecret = options.ApiSecret };

    private Task<TokenGrant> AskAsync(
        ShopDomain shop, string what, TokenRequest request, RetryLimits limits, Func<HttpStatusCode, AttemptFailure?> refused, CancellationToken cancellationToken)
    {
        var endpoint = options.StoreAddress(shop, TokenPath);
        var body = JsonSerializer.SerializeToUtf8Bytes(request, OAuthJson.Default.TokenRequest);
        return retrier.RunAsync(shop, what, limits, token => AttemptAsync(endpoint, body, limits, refused, token), cancellationToken);
    }

    private async Task<Attempt<TokenGrant>> AttemptAsync(
        Uri endpoint, byte[] body, RetryLimits limits, Func<HttpStatusCode, AttemptFailure?> refused, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));

        // Lives count from before the asking, so that ours end no later than the store's.
        var asked = time.GetUtcNow();
        var (answer, broken) = await exchange.SendAsync(message, limits.AttemptTimeout, cancellationToken);
        if (broken is not null)
        {
            return broken;
        }

        return (refused(answer!.Status) ?? StatusFailures.Of(answer.Status, answer.RetryAfter)) is { } failure ? failure : Read(answer, asked);
    }

    private static Attempt<TokenGrant> Read(HttpAnswer answer, DateTimeOffset asked)
    {
        TokenAnswer? tokens;
        try
        {
            tokens = JsonSerializer.Deserialize(answer.Body, OAuthJson.Default.TokenAnswer);
        }
        catch (JsonException exception)
        {
            // The reason, not the exception: what surrounds the fault may be a token.
            return Malformed($"({answer.MediaType ?? "of no type"}) is not what the OAuth endpoint promises: {JsonFault.Describe(exception)}");
        }

        return tokens switch
        {
            { AccessToken: not { Length: > 0 } } or null => Malformed("holds no access_token"),
            { Scope: null } => Malformed("holds no scope"),
            { RefreshToken: not { Length: > 0 } } => Malformed("holds no refresh_token, so that the token would never expire; Shopify takes such tokens no longer"),
            { ExpiresIn: not (> 0 and <= LifeSecondsMax) } => Malformed("holds no sound expires_in"),
            { RefreshTokenExpiresIn: not (> 0 and <= LifeSecondsMax) } => Malformed("holds no sound refresh_token_expires_in"),
            _ => new TokenGrant(
                new ShopTokens
                {
                    AccessToken = tokens.AccessToken,
                    AccessTokenExpiresAt = asked.AddSeconds(tokens.ExpiresIn.Value),
                    RefreshToken = tokens.RefreshToken,
                    RefreshTokenExpiresAt = asked.AddSeconds(tokens.RefreshTokenExpiresIn.Value),
                },
                tokens.Scope),
        };
    }

    private static AttemptFailure Malformed(string what) => new(ShopifyErrorKind.Malformed, $"the token answer {what}");

    [LoggerMessage(1, LogLevel.Information, "{Shop}: connected with scopes {Scopes}; the token expires at {ExpiresAt:o}")]
    private partial void LogGranted(ShopDomain shop, string scopes, DateTimeOffset expiresAt);

    [LoggerMessage(2, LogLevel.Information, "{Shop}: token refreshed; it expires at {ExpiresAt:o}")]
    private partial void LogRefreshed(ShopDomain shop, DateTimeOffset expiresAt);
}
