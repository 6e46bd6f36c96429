using Orleans.Runtime;

namespace XSight.Grains.Security;

/// <summary>
/// Refuses a call whose tenant is not the key's. Every call to a grain of a tenant must say on whose behalf it is made
/// (<see cref="TenantScope"/>); reminders and streams come from the runtime itself and carry no tenant.
/// </summary>
public sealed class TenantCallFilter : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (IsOurs(context) && TenantScopedKey.TryTenant(context.TargetId.Key.ToString()!, out var tenant) && TenantScope.Current != tenant)
        {
            throw new TenantMismatchException(context.InterfaceMethod.Name, TenantScope.Current, tenant);
        }

        return context.Invoke();
    }

    private static bool IsOurs(IIncomingGrainCallContext context) =>
        context.InterfaceMethod.DeclaringType?.Assembly == typeof(ITenantGrain).Assembly;
}
