namespace XSight.Api.Tenants;

public static class TenantGrainExtensions
{
    /// <summary>The tenant of a login; it was made together with the account.</summary>
    public static async Task<TenantView> TenantAsync(this IGrainFactory grains, TenantId tenant) =>
        await grains.GetGrain<ITenantGrain>(tenant.Value).Get() ?? throw new InvalidOperationException($"The login's tenant {tenant} does not exist.");

    public static async Task<string> CurrencyOfAsync(this IGrainFactory grains, TenantId tenant) => (await grains.TenantAsync(tenant)).Currency;
}
