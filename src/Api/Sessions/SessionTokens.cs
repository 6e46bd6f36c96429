using System.Globalization;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using XSight.Api.Configuration;

namespace XSight.Api.Sessions;

/// <summary>Signed tokens (JWT, HS256) of one audience each, so that a token made for one purpose is worth nothing for another.</summary>
public sealed class SessionTokens(XSightOptions options, TimeProvider time)
{
    private const string Issuer = "xsight";

    private readonly SymmetricSecurityKey _key = new(options.SessionKey);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };

    public string Issue(string audience, TimeSpan lifetime, IEnumerable<Claim> claims)
    {
        var now = time.GetUtcNow();
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            Subject = new ClaimsIdentity(claims),
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>The claims of a token that is ours, for this audience and of this time; null otherwise.</summary>
    public async Task<ClaimsIdentity?> ReadAsync(string audience, string token)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = audience,
            IssuerSigningKey = _key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.Zero,
            LifetimeValidator = (notBefore, expires, _, _) => IsNow(notBefore, expires),
            NameClaimType = Web.Accounts.XSightClaims.Name,
            AuthenticationType = SessionDefaults.Scheme,
        });
        return result.IsValid ? result.ClaimsIdentity : null;
    }

    /// <summary>When the token of these claims was issued.</summary>
    public static DateTimeOffset IssuedAt(ClaimsIdentity claims) => Instant(claims, JwtRegisteredClaimNames.Iat);

    /// <summary>A claim that holds seconds since 1970.</summary>
    public static DateTimeOffset Instant(ClaimsIdentity claims, string type) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(claims.FindFirst(type)!.Value, CultureInfo.InvariantCulture));

    private bool IsNow(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return notBefore <= now && now < expires;
    }
}
