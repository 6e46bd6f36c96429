using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using XSight.Api.Http;

namespace XSight.Api.Sessions;

/// <summary>Knows who makes a request by the session cookie. Pages lead a stranger to the log-in page (the Web room does); everything else answers 401.</summary>
public sealed class SessionAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    SessionTokens tokens,
    SessionCookie cookie) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[SessionDefaults.CookieName] is not { Length: > 0 } token)
        {
            return AuthenticateResult.NoResult();
        }

        return await tokens.ReadAsync(SessionDefaults.Audience, token) is { } claims && cookie.Continue(Context, claims)
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(claims), SessionDefaults.Scheme))
            : AuthenticateResult.Fail("The session is over or not one of ours.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        ApiProblems.Of(StatusCodes.Status401Unauthorized, "Please log in: the request carries no valid session.").ExecuteAsync(Context);

    /// <summary>What a person may not see does not exist for them.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ApiProblems.NotFound().ExecuteAsync(Context);
}
