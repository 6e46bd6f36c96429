using Orleans.Configuration;
using Orleans.Hosting;
using StackExchange.Redis;
using XSight.Api.Configuration;
using XSight.Api.Operations;
using XSight.Web.Operations;

namespace XSight.Api.Hosting;

/// <summary>The grains live in silos (src/Silo); this process is a client of their cluster, found through Redis.</summary>
internal static class GrainHosting
{
    private const int RedisPort = 6379;
    private const string ClusterDefault = "xsight";

    /// <summary>A call to a silo that was lost without a word waits no longer than this; then <see cref="LostSiloRetry"/> asks again.</summary>
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Silos that joined are known to this process after at most so long.</summary>
    private static readonly TimeSpan GatewayRefresh = TimeSpan.FromSeconds(10);

    public static void AddGrains(this WebApplicationBuilder builder, XSightOptions options)
    {
        if (options.IsEmbedded)
        {
            throw new ConfigurationException(SettingNames.DatabaseUrl, "expected postgresql://…, which the silos and this process share.");
        }

        var redis = Redis(builder.Configuration[SettingNames.RedisUrl]);
        builder.UseOrleansClient(client =>
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
        builder.Services.AddSingleton<CallWindow>();
        builder.Services.AddSingleton<IRuntimeFigures, ClusterFigures>();
    }

    private static ConfigurationOptions Redis(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("redis" or "rediss") || uri.Host.Length == 0)
        {
            throw new ConfigurationException(SettingNames.RedisUrl, "expected redis://[user:password@]host[:port], where the silos are found.");
        }

        var login = uri.UserInfo.Split(':', 2);
        return new ConfigurationOptions
        {
            EndPoints = { { uri.Host, uri.Port < 0 ? RedisPort : uri.Port } },
            User = Part(login, 0),
            Password = Part(login, 1),
            Ssl = uri.Scheme == "rediss",
            AbortOnConnectFail = false,
        };
    }

    private static string? Part(string[] parts, int index) => index < parts.Length && parts[index].Length > 0 ? Uri.UnescapeDataString(parts[index]) : null;
}
