using Orleans.Runtime;

namespace XSight.Abstractions;

/// <summary>
/// The tenant on whose behalf calls are made. It travels with each grain call, and the grains' filter refuses a call whose key belongs
/// to another tenant. Set at the edge: by the API from the login, by background work from its own key.
/// </summary>
public static class TenantScope
{
    private const string Key = "xsight.tenant";

    public static TenantId? Current =>
        RequestContext.Get(Key) is string text && TenantId.TryParse(text, out var tenant) ? tenant : null;

    /// <summary>For the current flow of control and what it calls.</summary>
    public static void Enter(TenantId tenant) => RequestContext.Set(Key, tenant.Value);
}
