using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using XSight.Api.Configuration;
using XSight.Api.Sessions;
using XSight.Web.Accounts;

namespace XSight.Api.Connecting;

/// <summary>
/// What a browser must bring back from Shopify: a nonce that only it and Shopify were told, bound to the tenant and the shop that began.
/// Kept in a signed cookie, used once.
/// </summary>
public sealed class ConnectState(SessionTokens tokens, XSightOptions options)
{
    public const string CookieName = "xsight-connect";
    private const string Audience = "xsight-connect";
    private const string NonceClaim = "nonce";
    private const string ShopClaim = "shop";
    private const int NonceBytes = 32;

    /// <summary>How long a merchant may take to agree.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Begins: puts the cookie on the response and returns the state to send along.</summary>
    public string Begin(HttpContext http, TenantId tenant, ShopDomain shop)
    {
        var nonce = RandomNumberGenerator.GetHexString(2 * NonceBytes, lowercase: true);
        var token = tokens.Issue(Audience, Lifetime, [new Claim(NonceClaim, nonce), new Claim(ShopClaim, shop.Value), new Claim(XSightClaims.Tenant, tenant.Value)]);
        var settings = Settings(http);
        settings.MaxAge = Lifetime;
        http.Response.Cookies.Append(CookieName, token, settings);
        return nonce;
    }

    /// <summary>Ends: takes the cookie off, and says whether the state that came back is the one sent out for this tenant and shop.</summary>
    public async Task<bool> EndAsync(HttpContext http, TenantId tenant, ShopDomain shop, string state)
    {
        var token = http.Request.Cookies[CookieName];
        http.Response.Cookies.Delete(CookieName, Settings(http));
        return token is not null
            && await tokens.ReadAsync(Audience, token) is { } claims
            && claims.FindFirst(ShopClaim)?.Value == shop.Value
            && claims.FindFirst(XSightClaims.Tenant)?.Value == tenant.Value
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(claims.FindFirst(NonceClaim)?.Value ?? ""), Encoding.UTF8.GetBytes(state));
    }

    private CookieOptions Settings(HttpContext http) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps || options.Shopify.AppUrl.Scheme == Uri.UriSchemeHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/auth",
        IsEssential = true,
    };
}
