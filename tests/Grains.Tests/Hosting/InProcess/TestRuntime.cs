using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.InProcess;
using XSight.Grains.Hosting.InProcess;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Grains.Tests.Hosting;

/// <summary>What hosts the grains of a test: in this build our in-process runtime, as the embedded installation has it.</summary>
internal sealed class TestRuntime : IAsyncDisposable
{
    private readonly IHost _host;

    private TestRuntime(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public static async Task<TestRuntime> StartAsync(IDatabase database, ShopifyOptions shopify, byte[] encryptionKey, TimeProvider time)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(database);
        builder.Services.AddShopify(shopify);
        builder.AddXSightSilo(encryptionKey);
        var host = builder.Build();
        await host.StartAsync();
        return new TestRuntime(host);
    }

    /// <summary>Ends as a killed process does: nobody is told, nothing is written any more.</summary>
    public async Task CrashAsync()
    {
        Services.GetRequiredService<GrainHost>().KillActivations();
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
