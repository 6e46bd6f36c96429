using System.Security.Claims;

namespace XSight.Web.Accounts;

/// <summary>What only an owner of the store may see.</summary>
public static class Owners
{
    /// <summary>Whether the signed-in person owns the session's tenant; asked anew each time, since roles change while sessions last.</summary>
    public static async Task<bool> IsOwnerAsync(this IGrainFactory grains, ClaimsPrincipal person)
    {
        if (!UserKey.TryFromEmail(person.FindFirstValue(XSightClaims.User), out var user))
        {
            return false;
        }

        var members = await grains.GetGrain<ITenantGrain>(person.TenantId().Value).GetMembers();
        return members.Any(member => member.User == user && member.Role == TenantRole.Owner);
    }
}
