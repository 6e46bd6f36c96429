using System.Globalization;
using System.Security.Claims;
using XSight.Api.Configuration;
using XSight.Web.Accounts;

namespace XSight.Api.Sessions;

/// <summary>Puts a session on a response, renews it and takes it off. The cookie is out of reach of scripts and stays home on cross-site posts.</summary>
public sealed class SessionCookie(SessionTokens tokens, XSightOptions options, TimeProvider time)
{
    public void Begin(HttpContext http, UserKey user, string name, TenantId tenant) => Write(http, user.Email, name, tenant.Value, time.GetUtcNow());

    public void End(HttpContext http) => http.Response.Cookies.Delete(SessionDefaults.CookieName, Settings(http));

    /// <summary>Whether these claims still hold; a token in the second half of its life is replaced on the way.</summary>
    public bool Continue(HttpContext http, ClaimsIdentity claims)
    {
        var now = time.GetUtcNow();
        var loggedInAt = SessionTokens.Instant(claims, SessionDefaults.LoggedInAt);
        if (now - loggedInAt >= SessionDefaults.LongestSession)
        {
            return false;
        }

        if (now - SessionTokens.IssuedAt(claims) >= SessionDefaults.RenewAfter && !http.Response.HasStarted)
        {
            Write(http, Value(claims, XSightClaims.User), Value(claims, XSightClaims.Name), Value(claims, XSightClaims.Tenant), loggedInAt);
        }

        return true;
    }

    private static string Value(ClaimsIdentity claims, string type) => claims.FindFirst(type)!.Value;

    private void Write(HttpContext http, string email, string name, string tenant, DateTimeOffset loggedInAt)
    {
        var seconds = loggedInAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var token = tokens.Issue(SessionDefaults.Audience, SessionDefaults.Lifetime,
        [
            new Claim(XSightClaims.User, email),
            new Claim(XSightClaims.Name, name),
            new Claim(XSightClaims.Tenant, tenant),
            new Claim(SessionDefaults.LoggedInAt, seconds, ClaimValueTypes.Integer64),
        ]);
        var settings = Settings(http);
        settings.MaxAge = SessionDefaults.Lifetime;
        http.Response.Cookies.Append(SessionDefaults.CookieName, token, settings);
    }

    private CookieOptions Settings(HttpContext http) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps || options.Shopify.AppUrl.Scheme == Uri.UriSchemeHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };
}
