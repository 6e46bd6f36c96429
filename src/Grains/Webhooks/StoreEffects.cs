using XSight.Shopify;
using XSight.Storage;

namespace XSight.Grains.Webhooks;

/// <summary>
/// Reads a delivery, and does at once what is no fact about one customer: deletions, merges, the shop leaving. Where a payload does not
/// say how the thing is now, the store is asked.
/// </summary>
internal sealed class StoreEffects(TenantView tenant, IGrainFactory grains, IDatabase database, IShopifyAdminFactory stores)
{
    private readonly IShopifyAdmin _store = stores.Create(tenant.Shop!.Value, tenant.Currency, async _ =>
        (await grains.GetGrain<ITenantGrain>(tenant.Tenant.Value).GetAccess())?.AccessToken
        ?? throw new ShopifyException(ShopifyErrorKind.Unauthorized, "The store is not connected."));

    /// <summary>A change of an order or a customer for the caller to commit, or another effect when it is done already.</summary>
    public async Task<WebhookEffect> ResolveAsync(InboxItem item, CancellationToken cancellationToken)
    {
        var delivery = item.Delivery;
        var effect = WebhookReader.Read(delivery.Topic, delivery.Body, delivery.TriggeredAt ?? delivery.ReceivedAt, tenant.Currency);
        switch (effect)
        {
            case WebhookEffect.RefetchOrder refetch:
                return await _store.GetOrderAsync(refetch.OrderId, cancellationToken) is { } order
                    ? new WebhookEffect.OrderChanged(order, null)
                    : new WebhookEffect.Nothing("The store no longer has the order.");
            case WebhookEffect.RefetchCustomer refetch:
                return await _store.GetCustomerAsync(refetch.CustomerId, cancellationToken) is { } customer
                    ? new WebhookEffect.CustomerChanged(customer)
                    : new WebhookEffect.Nothing("The store no longer has the customer.");
            case WebhookEffect.OrderDeleted deleted:
                await database.Facts.DeleteOrderAsync(tenant.Tenant, deleted.OrderId, deleted.At, [item.InboxSeq], cancellationToken);
                return effect;
            case WebhookEffect.CustomerDeleted deleted:
                return new WebhookEffect.CustomerChanged(new CustomerFact { CustomerId = deleted.CustomerId, UpdatedAt = deleted.At, CreatedAt = deleted.At, Deleted = true });
            case WebhookEffect.CustomersMerged merged:
                await database.Facts.MergeCustomersAsync(tenant.Tenant, merged.KeptId, merged.GoneId, merged.At, [item.InboxSeq], cancellationToken);
                return effect;
            case WebhookEffect.Uninstalled:
                await grains.GetGrain<ITenantGrain>(tenant.Tenant.Value).Disconnect();
                return new WebhookEffect.Nothing("The app was uninstalled.");
            default:
                return effect;
        }
    }
}
