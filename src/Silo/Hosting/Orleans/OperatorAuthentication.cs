using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace XSight.Silo.Hosting;

/// <summary>Lets in whoever knows the operators' password, by HTTP Basic with any user name: a silo has no accounts of its own.</summary>
internal sealed class OperatorAuthentication(IOptionsMonitor<OperatorAuthenticationOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<OperatorAuthenticationOptions>(options, logger, encoder)
{
    public const string SchemeName = "Operator";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || header.Scheme != "Basic")
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var user = new ClaimsPrincipal(new ClaimsIdentity([], Scheme.Name));
        return Task.FromResult(IsPassword(header.Parameter)
            ? AuthenticateResult.Success(new AuthenticationTicket(user, Scheme.Name))
            : AuthenticateResult.Fail("The password is not the operators'."));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Basic realm=\"XSight operators\"";
        return base.HandleChallengeAsync(properties);
    }

    /// <summary>In a time that tells nothing of how much of it was right.</summary>
    private bool IsPassword(string? credentials)
    {
        var decoded = new byte[(credentials?.Length ?? 0) / 4 * 3];
        if (!Convert.TryFromBase64String(credentials ?? "", decoded, out var length))
        {
            return false;
        }

        var text = decoded.AsSpan(0, length);
        var given = text[(text.IndexOf((byte)':') + 1)..];
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(given), SHA256.HashData(Encoding.UTF8.GetBytes(Options.Password)));
    }
}
