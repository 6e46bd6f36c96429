namespace XSight.Storage;

/// <summary>The index over tenants that grains cannot give: by shop, and all of them.</summary>
public interface ITenantDirectory
{
    /// <summary>Binds a shop to a tenant. False when another tenant has it.</summary>
    Task<bool> BindShopAsync(TenantId tenant, ShopDomain shop, CancellationToken cancellationToken);

    Task<TenantId?> FindByShopAsync(ShopDomain shop, CancellationToken cancellationToken);

    /// <summary>Like <see cref="FindByShopAsync"/>, and whether the shop has the app now.</summary>
    Task<ShopBinding?> FindBindingAsync(ShopDomain shop, CancellationToken cancellationToken);

    /// <summary>The tenant's shop installed the app, or removed it. It stays the tenant's until it is redacted.</summary>
    Task SetConnectedAsync(TenantId tenant, bool connected, CancellationToken cancellationToken);

    Task<IReadOnlyList<(TenantId Tenant, ShopDomain Shop)>> ListAsync(CancellationToken cancellationToken);
}
