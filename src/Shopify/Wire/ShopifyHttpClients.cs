using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace XSight.Shopify;

/// <summary>The named HTTP clients and how they connect.</summary>
internal static class ShopifyHttpClients
{
    /// <summary>GraphQL and OAuth.</summary>
    public const string Admin = "shopify-admin";

    /// <summary>Result files of bulk operations, which lie on a storage service and take no token.</summary>
    public const string Results = "shopify-results";

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>So that a store's changed DNS entry is noticed.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static void Register(IServiceCollection services)
    {
        foreach (var name in (string[])[Admin, Results])
        {
            services.AddHttpClient(name)
                .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan) // each caller has its own deadline, on the injected clock
                .UseSocketsHttpHandler((handler, _) => Configure(handler))
                .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // the handler renews its connections itself
                .RemoveAllLoggers(); // they would write signed addresses
        }
    }

    /// <summary>No redirects: the token's header would follow them to wherever they lead.</summary>
    private static void Configure(SocketsHttpHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.AutomaticDecompression = DecompressionMethods.All;
        handler.ConnectTimeout = ConnectTimeout;
        handler.PooledConnectionLifetime = ConnectionLifetime;
    }
}
