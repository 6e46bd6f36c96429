using Orleans.Configuration;
using Orleans.Hosting;
using StackExchange.Redis;
using XSight.Api.Configuration;
using XSight.Api.Operations;
using XSight.Grains.Hosting;
using XSight.Web.Operations;

namespace XSight.Api.Hosting;

/// <summary>
/// An embedded installation hosts its silo in this process. Otherwise the grains live in silos (src/Silo), and this process is a client
/// of their cluster, found through Redis.
/// </summary>
internal static class GrainHosting
{
    private const string ClusterDefault = "xsight";

    /// <summary>A call to a silo that was lost without a word waits no longer than this; then <see cref="LostSiloRetry"/> asks again.</summary>
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Silos that joined are known to this process after at most so long.</summary>
    private static readonly TimeSpan GatewayRefresh = TimeSpan.FromSeconds(10);

    public static void AddGrains(this WebApplicationBuilder builder, XSightOptions options)
    {
        var redis = builder.Configuration[SettingNames.RedisUrl];
        builder.Services.AddSingleton<CallWindow>();
        builder.Services.AddSingleton<IRuntimeFigures, ClusterFigures>();
        if (!options.IsEmbedded)
        {
            builder.AddClient(Redis(redis));
        }
        else if (string.IsNullOrEmpty(redis))
        {
            builder.Services.AddSingleton<IOutgoingGrainCallFilter, CallMeter>();
            builder.AddXSightSilo(options.EncryptionKey!);
        }
        else
        {
            throw new ConfigurationException(SettingNames.DatabaseUrl, "expected postgresql://…, which the silos and this process share; or no REDIS_URL, for one process alone.");
        }
    }

    private static void AddClient(this WebApplicationBuilder builder, ConfigurationOptions redis) => builder.UseOrleansClient(client =>
    {
        client.Configure<ClusterOptions>(cluster =>
        {
            cluster.ServiceId = builder.Configuration[SettingNames.ServiceId] ?? ClusterDefault;
            cluster.ClusterId = builder.Configuration[SettingNames.ClusterId] ?? ClusterDefault;
        });
        client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = ResponseTimeout);
        client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = GatewayRefresh);
        client.UseRedisClustering(clustering => clustering.ConfigurationOptions = redis);
        client.AddMemoryStreams(StreamNames.Provider);
        client.AddOutgoingGrainCallFilter<LostSiloRetry>();
        client.AddActivityPropagation();
        client.AddOutgoingGrainCallFilter<CallMeter>();
    });

    private static ConfigurationOptions Redis(string? url)
    {
        try
        {
            return ProviderAddress.Redis(url ?? "");
        }
        catch (FormatException)
        {
            throw new ConfigurationException(SettingNames.RedisUrl, "expected redis://[user:password@]host[:port], where the silos are found.");
        }
    }
}
