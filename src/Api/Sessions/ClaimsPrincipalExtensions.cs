using System.Security.Claims;
using XSight.Web.Accounts;

namespace XSight.Api.Sessions;

public static class ClaimsPrincipalExtensions
{
    /// <summary>The account of a signed-in request.</summary>
    /// <exception cref="InvalidOperationException">The request is not signed in: the endpoint lacks its authorization.</exception>
    public static UserKey UserKey(this ClaimsPrincipal principal) =>
        Abstractions.UserKey.TryFromEmail(principal.FindFirstValue(XSightClaims.User), out var user)
            ? user
            : throw new InvalidOperationException("The request has no account; its endpoint must require authorization.");
}
