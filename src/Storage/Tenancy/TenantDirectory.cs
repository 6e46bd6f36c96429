namespace XSight.Storage;

internal sealed class TenantDirectory(StoreEngine engine) : ITenantDirectory
{
    /// <summary>Does nothing when another tenant has the shop, also when both ask at once.</summary>
    private const string Bind = """
        INSERT INTO tenant_shops (shop, tenant, bound_at) VALUES (@shop, @tenant, @now)
        ON CONFLICT (shop) DO UPDATE SET bound_at = tenant_shops.bound_at WHERE tenant_shops.tenant = excluded.tenant
        """;

    private const string Find = "SELECT t.tenant FROM tenant_shops t WHERE t.shop = @shop";

    private const string FindBinding = "SELECT t.tenant, t.connected FROM tenant_shops t WHERE t.shop = @shop";

    private const string SetConnected = "UPDATE tenant_shops SET connected = @connected WHERE tenant = @tenant";

    private const string All = "SELECT t.tenant, t.shop FROM tenant_shops t ORDER BY t.tenant, t.shop";

    public async Task<bool> BindShopAsync(TenantId tenant, ShopDomain shop, CancellationToken cancellationToken) =>
        await engine.WriteAsync(
            session => session.ExecuteAsync(
                Bind, [("shop", shop.Value), ("tenant", tenant.Value), ("now", engine.NowMs())], CancellationToken.None),
            cancellationToken) == 1;

    public Task<TenantId?> FindByShopAsync(ShopDomain shop, CancellationToken cancellationToken) =>
        engine.ReadAsync(
            session => session.FirstAsync(Find, [("shop", shop.Value)], row => (TenantId?)TenantId.Parse(row.GetString(0)), cancellationToken),
            cancellationToken);

    public Task<ShopBinding?> FindBindingAsync(ShopDomain shop, CancellationToken cancellationToken) =>
        engine.ReadAsync(
            session => session.FirstAsync(
                FindBinding, [("shop", shop.Value)], row => new ShopBinding(TenantId.Parse(row.GetString(0)), row.GetBoolean(1)), cancellationToken),
            cancellationToken);

    public Task SetConnectedAsync(TenantId tenant, bool connected, CancellationToken cancellationToken) =>
        engine.WriteAsync(
            session => session.ExecuteAsync(SetConnected, [("tenant", tenant.Value), ("connected", connected)], CancellationToken.None),
            cancellationToken);

    public async Task<IReadOnlyList<(TenantId Tenant, ShopDomain Shop)>> ListAsync(CancellationToken cancellationToken) =>
        await engine.ReadAsync(
            session => session.QueryAsync(
                All, [], row => (TenantId.Parse(row.GetString(0)), ShopDomain.Parse(row.GetString(1))), cancellationToken),
            cancellationToken);
}
