namespace XSight.Api.Live;

/// <summary>Groups of connections. The tenant comes from the login, so nobody can ask for another one's.</summary>
public static class LiveGroups
{
    /// <summary>Every connection of a tenant.</summary>
    public static string Of(TenantId tenant) => tenant.Value;

    /// <summary>Those that want a running sync's progress too.</summary>
    public static string Progress(TenantId tenant) => $"{tenant}/progress";
}
