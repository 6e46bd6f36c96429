using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.InProcess;

namespace XSight.Conformance.Tests;

/// <summary>The in-process host.</summary>
public sealed class TestCluster : ClusterFixture
{
    private readonly IHost _host = Build();

    public override IClusterClient Client => _host.Services.GetRequiredService<IClusterClient>();

    public override async ValueTask InitializeAsync() => await _host.StartAsync();

    public override async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    public override Task DeactivateAsync(IAddressable grain) => _host.Services.GetRequiredService<GrainHost>().DeactivateAsync(grain.GetGrainId());

    private static IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddMemoryGrainStorage(Storage);
        builder.Services.AddSingleton<IIncomingGrainCallFilter, TracingFilter>();
        builder.Services.AddInProcessGrains(options =>
        {
            options.Assemblies.Add(typeof(TestCluster).Assembly);
            options.StreamProviders.Add(Streams);
            options.MinimumReminderPeriod = MinimumReminderPeriod;
        });
        return builder.Build();
    }
}
