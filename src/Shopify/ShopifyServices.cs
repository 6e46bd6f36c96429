using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace XSight.Shopify;

/// <summary>Registration of this room.</summary>
public static class ShopifyServices
{
    /// <summary>
    /// Adds <see cref="IShopifyAdminFactory"/>, <see cref="IBulkResultReader"/>, <see cref="IShopifyOAuth"/> and the options. Uses the
    /// registered <see cref="TimeProvider"/> and <see cref="Random"/>, or the system's.
    /// </summary>
    /// <exception cref="ArgumentException">An option is missing or malformed; the message names it.</exception>
    public static IServiceCollection AddShopify(this IServiceCollection services, ShopifyOptions options)
    {
        options.Validate();
        ShopifyHttpClients.Register(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        return services
            .AddLogging()
            .AddSingleton(options)
            .AddSingleton<Retrier>()
            .AddSingleton<HttpExchange>()
            .AddSingleton<IShopifyAdminFactory, ShopifyAdminFactory>()
            .AddSingleton<IBulkResultReader, BulkResultReader>()
            .AddSingleton<IShopifyOAuth, ShopifyOAuth>();
    }
}
