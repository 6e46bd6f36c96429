using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.TestingHost;
using XSight.Grains.Hosting;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Grains.Tests.Hosting;

/// <summary>
/// What hosts the grains of a test: in this build two silos of Microsoft Orleans in this process, over the one database. Half of the
/// calls cross from one to the other.
/// </summary>
internal sealed class TestRuntime : IAsyncDisposable
{
    private const int Silos = 2;

    /// <summary>Longer than a busy machine stands still; what hangs is found by the tests' own limits.</summary>
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromMinutes(2);

    private readonly InProcessTestCluster _cluster;

    private TestRuntime(InProcessTestCluster cluster) => _cluster = cluster;

    public IServiceProvider Services => _cluster.GetSiloServiceProvider();

    public IGrainFactory Grains => _cluster.Client;

    public static async Task<TestRuntime> StartAsync(IDatabase database, ShopifyOptions shopify, byte[] encryptionKey, TimeProvider time)
    {
        var builder = new InProcessTestClusterBuilder(Silos);
        builder.ConfigureHost(host => host.Logging.ClearProviders());
        builder.ConfigureClient(client => client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = ResponseTimeout));
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = ResponseTimeout);

            // Silos of one process live and stand still together: nobody need vote another out.
            silo.Configure<ClusterMembershipOptions>(options => options.LivenessEnabled = false);
            silo.Services.AddSingleton(time);
            silo.Services.AddSingleton(database);
            silo.AddXSightRows();
            silo.AddXSightProgrammingModel();
            silo.Services.AddShopify(shopify);
            silo.Services.AddXSightGrains(encryptionKey);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new TestRuntime(cluster);
    }

    /// <summary>Ends as a killed cluster does: no silo hands anything over or tells anybody.</summary>
    public async Task CrashAsync()
    {
        await Task.WhenAll(_cluster.GetActiveSilos().ToList().Select(silo => _cluster.KillSiloAsync(silo)));
        await _cluster.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
    }
}
