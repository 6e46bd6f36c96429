using XSight.Api.Configuration;
using XSight.Api.Tenants;
using XSight.Shopify;
using XSight.Storage;
using XSight.Web.Connecting;

namespace XSight.Api.Connecting;

/// <summary>Makes a tenant's connection of a granted code: token, shop, binding, and a sync: the first one whole.</summary>
public sealed class StoreConnector(
    IShopifyOAuth oauth,
    IShopifyAdminFactory admins,
    IGrainFactory grains,
    IDatabase database,
    XSightOptions options,
    TimeProvider time,
    ILogger<StoreConnector> logger)
{
    /// <summary>The shop query has no amounts, so any currency serves to ask it.</summary>
    private const string AnyCurrency = "USD";

    /// <summary>Null when connected.</summary>
    public async Task<ConnectProblem?> ConnectAsync(TenantId tenant, ShopDomain shop, string code, CancellationToken cancellationToken)
    {
        var before = await grains.TenantAsync(tenant);
        if (before.Shop is { } other && other != shop)
        {
            return ConnectProblem.OtherShop;
        }

        if (await database.Tenants.FindByShopAsync(shop, cancellationToken) is { } owner && owner != tenant)
        {
            return ConnectProblem.Taken;
        }

        try
        {
            var grant = await oauth.ExchangeCodeAsync(shop, code, cancellationToken);
            return GrantedScopes.Cover(grant.Scopes, options.Shopify.Scopes)
                ? await KeepAsync(tenant, shop, grant, before.SyncedTo is null, cancellationToken)
                : ConnectProblem.ScopesMissing;
        }
        catch (ShopifyException error)
        {
            ConnectLog.StoreFailed(logger, shop, error.Kind);
            return ConnectProblem.StoreFailed;
        }
    }

    private async Task<ConnectProblem?> KeepAsync(TenantId tenant, ShopDomain shop, TokenGrant grant, bool first, CancellationToken cancellationToken)
    {
        var token = grant.Tokens.AccessToken;
        var info = await admins.Create(shop, AnyCurrency, _ => ValueTask.FromResult(token)).GetShopAsync(cancellationToken);

        // The binding is what keeps a store in one tenant, also when two ask at once.
        if (!await database.Tenants.BindShopAsync(tenant, shop, cancellationToken))
        {
            return ConnectProblem.Taken;
        }

        var grain = grains.GetGrain<ITenantGrain>(tenant.Value);
        await grain.Connect(new ShopConnection
        {
            Shop = shop,
            ShopName = info.Name,
            Currency = info.Currency,
            TimeZone = info.TimeZone,
            Tokens = grant.Tokens,
            Scopes = grant.Scopes,
        });

        var now = time.GetUtcNow();
        var what = first ? "The shop installed the app." : "The shop installed the app again.";
        await database.Audit.RecordAsync(
            new AuditEntry(0, tenant, $"connect at {now:O}", AuditActions.Connected, now, null, what, now, null, null), cancellationToken);

        // A store that comes back is read from where it was left.
        await grain.StartSync(first ? SyncKind.Full : SyncKind.Incremental);
        ConnectLog.Connected(logger, shop, tenant);
        return null;
    }
}
