using System.Security.Claims;
using XSight.Api.Configuration;
using XSight.Web.Accounts;
using XSight.Web.Operations;

namespace XSight.Api.Operations;

/// <summary>The operators that the settings name.</summary>
internal sealed class Operators(XSightOptions options) : IOperators
{
    /// <summary>The policy of what only they may reach; whoever is signed in and is not one of them is answered 404.</summary>
    public const string Policy = "operator";

    public bool Include(ClaimsPrincipal person) =>
        UserKey.TryFromEmail(person.FindFirstValue(XSightClaims.User), out var user) && options.Operators.Contains(user);
}
