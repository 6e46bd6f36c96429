using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace XSight.ShopifySimulator;

/// <summary>The authorization code grant of a store, with expiring offline tokens (shopify.md 1.2, 1.6). The merchant always approves.</summary>
internal sealed class OAuthEndpoints(SimulatorOptions options, TokenSigner signer)
{
    private const long CodeSeconds = 60;
    private const long AccessSeconds = 3_600;
    private const long RefreshSeconds = 90 * 86_400;
    private const long NeverExpires = 253_402_300_799;
    private const int BodyBytesMax = 64 * 1024;

    public IResult Authorize(HttpRequest request, StoreSession session)
    {
        var query = request.Query;
        var redirect = query["redirect_uri"].ToString();
        var fault = query["client_id"] != options.ApiKey ? "Oauth error invalid_client: unknown client_id"
            : !IsAllowed(redirect) ? "Oauth error invalid_request: The redirect_uri is not whitelisted"
            : query["scope"].ToString().Length == 0 ? "Oauth error invalid_scope: scope is missing"
            : null;
        if (fault is not null)
        {
            return Results.Text(fault, "text/plain", statusCode: StatusCodes.Status400BadRequest);
        }

        var now = session.Store.Now;
        var code = signer.Issue(new Token(TokenKind.Code, session.Store.Domain, session.Installation.NextPair(), now + CodeSeconds, query["scope"].ToString(), redirect));
        var answer = new Dictionary<string, string?>
        {
            ["code"] = code,
            ["host"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{session.Store.Domain}/admin")).TrimEnd('='),
            ["shop"] = session.Store.Domain,
            ["state"] = query["state"].ToString(),
            ["timestamp"] = now.ToString(CultureInfo.InvariantCulture),
        };
        answer["hmac"] = QuerySignature.Of(answer, options.ApiSecret);
        return Results.Redirect(QueryHelpers.AddQueryString(redirect, answer));
    }

    public async Task<IResult> AccessTokenAsync(HttpRequest request, StoreSession session, CancellationToken cancellationToken)
    {
        if (await ReadBodyAsync(request, cancellationToken) is not { } body)
        {
            return Refused("invalid_request", "The body is neither JSON nor a form.");
        }

        if (body.GetValueOrDefault("client_id") != options.ApiKey || body.GetValueOrDefault("client_secret") != options.ApiSecret)
        {
            return Refused("application_cannot_be_found", "client_id and client_secret do not belong together.");
        }

        return body.GetValueOrDefault("grant_type") switch
        {
            "refresh_token" => Refresh(body.GetValueOrDefault("refresh_token"), session),
            null or "" or "authorization_code" => Exchange(body, session),
            var other => Refused("unsupported_grant_type", $"The grant type {other} is not supported."),
        };
    }

    private IResult Exchange(Dictionary<string, string> body, StoreSession session)
    {
        var code = body.GetValueOrDefault("code");
        if (signer.Read(code, TokenKind.Code, session.Store.Domain, session.Store.Now) is not { } grant || !session.Installation.TakeCode(code!))
        {
            return Refused("invalid_request", "The authorization code was not found or was already used.");
        }

        var expiring = body.GetValueOrDefault("expiring") is "1" or "true";
        return expiring ? Pair(session, grant.Scopes) : Results.Json(new { access_token = Access(session, session.Installation.NextPair(), NeverExpires, grant.Scopes), scope = grant.Scopes });
    }

    private IResult Refresh(string? refreshToken, StoreSession session) =>
        signer.Read(refreshToken, TokenKind.Refresh, session.Store.Domain, session.Store.Now) is { } grant && session.Installation.AcceptRefresh(grant.Pair)
            ? Pair(session, grant.Scopes)
            : Refused("invalid_grant", "The refresh token is expired, revoked or was replaced.");

    private IResult Pair(StoreSession session, string scopes)
    {
        var pair = session.Installation.NextPair();
        var now = session.Store.Now;
        return Results.Json(new
        {
            access_token = Access(session, pair, now + AccessSeconds, scopes),
            scope = scopes,
            expires_in = AccessSeconds,
            refresh_token = signer.Issue(new Token(TokenKind.Refresh, session.Store.Domain, pair, now + RefreshSeconds, scopes)),
            refresh_token_expires_in = RefreshSeconds,
        });
    }

    private string Access(StoreSession session, long pair, long expiresAt, string scopes) =>
        signer.Issue(new Token(TokenKind.Access, session.Store.Domain, pair, expiresAt, scopes));

    private bool IsAllowed(string redirect) =>
        Uri.TryCreate(redirect, UriKind.Absolute, out _) && options.RedirectPrefixes.Any(prefix => redirect.StartsWith(prefix, StringComparison.Ordinal));

    private static IResult Refused(string error, string description) =>
        Results.Json(new { error, error_description = description }, statusCode: StatusCodes.Status400BadRequest);

    private static async Task<Dictionary<string, string>?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > BodyBytesMax)
        {
            return null;
        }

        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return form.ToDictionary(field => field.Key, field => field.Value.ToString());
        }

        try
        {
            var json = await JsonSerializer.DeserializeAsync<Dictionary<string, JsonElement>>(request.Body, cancellationToken: cancellationToken);
            return json?.ToDictionary(field => field.Key, field => field.Value.ToString());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
