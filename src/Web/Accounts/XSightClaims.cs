using System.Security.Claims;

namespace XSight.Web.Accounts;

/// <summary>The claims of a session. The tenant of every request comes from here and from nowhere else.</summary>
public static class XSightClaims
{
    public const string User = "sub";
    public const string Name = "name";
    public const string Tenant = "tenant";

    /// <summary>The tenant of a signed-in request.</summary>
    /// <exception cref="InvalidOperationException">The request is not signed in: the endpoint lacks its authorization.</exception>
    public static TenantId TenantId(this ClaimsPrincipal principal) =>
        Abstractions.TenantId.TryParse(principal.FindFirstValue(Tenant), out var tenant)
            ? tenant
            : throw new InvalidOperationException("The request has no tenant; its endpoint must require authorization.");
}
