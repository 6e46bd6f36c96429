using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.TestingHost;

namespace XSight.Conformance.Tests;

/// <summary>Two silos of Microsoft Orleans, in this process: half of the calls cross from one to the other.</summary>
public sealed class TestCluster : ClusterFixture
{
    private readonly InProcessTestCluster _cluster = Build();

    public override IClusterClient Client => _cluster.Client;

    public override async ValueTask InitializeAsync() => await _cluster.DeployAsync();

    public override async ValueTask DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
    }

    public override Task DeactivateAsync(IAddressable grain) => _cluster.DeactivateAsync(grain);

    private static InProcessTestCluster Build()
    {
        var builder = new InProcessTestClusterBuilder(initialSilosCount: 2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage(Storage);
            silo.AddMemoryGrainStorage("PubSubStore");
            silo.AddMemoryStreams(Streams);
            silo.UseInMemoryReminderService();
            silo.Configure<ReminderOptions>(options => options.MinimumReminderPeriod = MinimumReminderPeriod);
            silo.AddIncomingGrainCallFilter<TracingFilter>();
        });
        builder.ConfigureClient(client => client.AddMemoryStreams(Streams));
        return builder.Build();
    }
}
