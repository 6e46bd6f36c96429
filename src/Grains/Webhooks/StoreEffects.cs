using XSight.Grains.Privacy;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Grains.Webhooks;

/// <summary>
/// Does at once what is no fact about one customer: deletions, merges, the shop leaving. Where a payload does not say how the thing is
/// now, the store is asked. After the shop removed the app only requests about privacy still count.
/// </summary>
internal sealed class StoreEffects(TenantView tenant, IGrainFactory grains, IDatabase database, IShopifyAdminFactory stores, PrivacyEffects privacy)
{
    private static readonly WebhookEffect.Nothing Disconnected = new("The shop has removed the app.");

    private readonly IShopifyAdmin _store = stores.Create(tenant.Shop!.Value, tenant.Currency, async _ =>
        (await grains.GetGrain<ITenantGrain>(tenant.Tenant.Value).GetAccess())?.AccessToken
        ?? throw new ShopifyException(ShopifyErrorKind.Unauthorized, "The store is not connected."));

    /// <summary>A change of an order or a customer for the caller to commit, or another effect when it is done already.</summary>
    public async Task<WebhookEffect> ResolveAsync(ReadDelivery read, CancellationToken cancellationToken)
    {
        var item = read.Item;
        var delivery = item.Delivery;
        if (delivery.ReceivedAt >= tenant.DisconnectedAt && !(WebhookTopics.TryFind(delivery.Topic, out var topic) && topic.IsCompliance))
        {
            return Disconnected;
        }

        var effect = read.Says;
        switch (effect)
        {
            case WebhookEffect.RefetchOrder or WebhookEffect.RefetchCustomer when !tenant.Connected:
                return Disconnected;
            case WebhookEffect.RefetchOrder refetch:
                return await _store.GetOrderAsync(refetch.OrderId, cancellationToken) is { } order
                    ? new WebhookEffect.OrderChanged(order, null)
                    : new WebhookEffect.Nothing("The store no longer has the order.");
            case WebhookEffect.RefetchCustomer refetch:
                return await _store.GetCustomerAsync(refetch.CustomerId, cancellationToken) is { } customer
                    ? new WebhookEffect.CustomerChanged(customer)
                    : new WebhookEffect.Nothing("The store no longer has the customer.");
            case WebhookEffect.OrderDeleted deleted:
                await database.Facts.DeleteOrderAsync(tenant.Tenant, deleted.OrderId, deleted.At ?? delivery.ReceivedAt, [item.InboxSeq], cancellationToken);
                return effect;
            case WebhookEffect.CustomerDeleted deleted:
                return new WebhookEffect.CustomerChanged(Tombstone(deleted.CustomerId, deleted.At ?? delivery.ReceivedAt));
            case WebhookEffect.CustomersMerged merged:
                await database.Facts.MergeCustomersAsync(tenant.Tenant, merged.KeptId, merged.GoneId, merged.At ?? delivery.ReceivedAt, [item.InboxSeq], cancellationToken);
                return effect;
            case WebhookEffect.Uninstalled uninstalled:
                var isGone = await grains.GetGrain<ITenantGrain>(tenant.Tenant.Value).Disconnect(uninstalled.At ?? delivery.ReceivedAt);
                await privacy.RecordAsync(
                    item, AuditActions.Uninstalled, null, isGone ? "The shop removed the app; its token is forgotten." : "The message was older than the newest connect.", purge: false, cancellationToken);
                return new WebhookEffect.Nothing("The app was uninstalled.");
            case WebhookEffect.ScopesUpdated updated:
                var scopes = string.Join(',', updated.Scopes);
                var isNews = await grains.GetGrain<ITenantGrain>(tenant.Tenant.Value).ChangeScopes(scopes, updated.At ?? delivery.ReceivedAt);
                await privacy.RecordAsync(
                    item, AuditActions.ScopesUpdated, null, isNews ? $"The shop grants {scopes}." : "The message was older than what is known.", purge: false, cancellationToken);
                return new WebhookEffect.Nothing("The scopes are noted.");
            case WebhookEffect.BulkFinished:
                return new WebhookEffect.Nothing("The sync asks for its bulk operations.");
            case WebhookEffect.DataRequest request:
                await privacy.KeepRequestAsync(item, request, cancellationToken);
                return new WebhookEffect.Nothing("The request is listed.");
            case WebhookEffect.CustomerRedact redact:
                await privacy.RedactAsync(item, redact, cancellationToken);
                return new WebhookEffect.Nothing("The person is erased.");
            case WebhookEffect.ShopRedact redact:
                await privacy.BeginErasureAsync(item, redact, cancellationToken);
                return new WebhookEffect.Nothing("The store's erasure is under way.");
            default:
                return effect;
        }
    }

    private static CustomerFact Tombstone(long customerId, DateTimeOffset at) =>
        new() { CustomerId = customerId, UpdatedAt = at, CreatedAt = at, Tags = default, Deleted = true };
}
