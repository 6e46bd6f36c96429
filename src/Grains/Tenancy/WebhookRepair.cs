using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using XSight.Shopify;

namespace XSight.Grains.Tenancy;

/// <summary>Makes a store's webhook subscriptions what we want them to be: missing ones are created, those that lead elsewhere are moved.</summary>
internal sealed class WebhookRepair(TenantId tenant, IShopifyAdmin store, Uri appUrl, ILogger logger)
{
    /// <returns>Topics that we do without: their scope was not granted, or the store refused the subscription.</returns>
    /// <exception cref="ShopifyException">The store cannot be asked.</exception>
    public async Task<ImmutableArray<string>> RunAsync(string scopes, CancellationToken cancellationToken)
    {
        var plan = WebhookPlan.Of(await store.ListWebhooksAsync(cancellationToken), appUrl, AccessScopes.Split(scopes).ToHashSet(StringComparer.Ordinal));
        var leftOut = new List<string>();
        foreach (var topic in plan.NotGranted)
        {
            TenantLog.TopicNotGranted(logger, tenant, topic.Name, topic.Scope);
            leftOut.Add(topic.Name);
        }

        foreach (var topic in plan.Missing)
        {
            await SubscribeAsync(topic, topic.AddressUnder(appUrl));
        }

        foreach (var (topic, subscription) in plan.Elsewhere)
        {
            await store.MoveWebhookAsync(subscription.Id, topic.AddressUnder(appUrl), cancellationToken);
        }

        TenantLog.WebhooksRepaired(logger, tenant, plan.Missing.Count, plan.Elsewhere.Count, leftOut.Count);
        return [.. leftOut];

        async Task SubscribeAsync(WebhookTopic topic, Uri address)
        {
            try
            {
                await store.CreateWebhookAsync(topic, address, cancellationToken);
            }
            catch (ShopifyException error) when (error.Kind is ShopifyErrorKind.InvalidQuery or ShopifyErrorKind.Forbidden)
            {
                // One topic that the store withholds must not cost us the others.
                TenantLog.TopicRefused(logger, tenant, topic.Name, error);
                leftOut.Add(topic.Name);
            }
        }
    }
}
