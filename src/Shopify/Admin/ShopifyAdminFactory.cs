using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace XSight.Shopify;

/// <inheritdoc cref="IShopifyAdminFactory"/>
/// <remarks>Throttles stay for the life of the process: a few hundred bytes for each store that was ever connected here.</remarks>
internal sealed class ShopifyAdminFactory(
    ShopifyOptions options, IHttpClientFactory clients, HttpExchange exchange, Retrier retrier, TimeProvider time, ILogger<GraphQLClient> logger)
    : IShopifyAdminFactory, IDisposable
{
    private readonly ConcurrentDictionary<ShopDomain, CostThrottle> _throttles = new();

    public IShopifyAdmin Create(ShopDomain shop, string currency, Func<CancellationToken, ValueTask<string>> accessToken)
    {
        var throttle = _throttles.GetOrAdd(shop, static (_, time) => new CostThrottle(time), time);
        var endpoint = options.StoreAddress(shop, $"/admin/api/{ShopifyOptions.ApiVersion}/graphql.json");
        var client = new GraphQLClient(shop, endpoint, accessToken, throttle, exchange, retrier, logger);
        return new ShopifyAdmin(currency, client, new BulkResults(shop, endpoint.Scheme == Uri.UriSchemeHttp, clients, retrier, time));
    }

    public void Dispose()
    {
        foreach (var throttle in _throttles.Values)
        {
            throttle.Dispose();
        }
    }
}
