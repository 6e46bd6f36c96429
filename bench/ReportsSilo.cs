using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using XSight.Grains.Hosting;
using XSight.Grains.Hosting.InProcess;
using XSight.Grains.Security;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Bench;

/// <summary>The grains over one database, without a web face and without a store.</summary>
internal sealed class ReportsSilo : IAsyncDisposable
{
    private readonly IHost _host;

    private ReportsSilo(IHost host, IDatabase database) => (_host, Database) = (host, database);

    public IDatabase Database { get; }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<ReportsSilo> StartAsync(string url)
    {
        var database = await Storage.Database.OpenAsync(url, TimeProvider.System, CancellationToken.None);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(database);
        builder.Services.AddShopify(new ShopifyOptions { ApiKey = "bench", ApiSecret = "bench", AppUrl = new Uri("http://localhost") });
        builder.Services.AddXSightGrains(new byte[SecretBox.KeyBytes]);
        builder.Services.AddXSightInProcess();
        var host = builder.Build();
        await host.StartAsync();
        return new ReportsSilo(host, database);
    }

    public async Task CreateAsync(TenantId tenant)
    {
        TenantScope.Enter(tenant);
        if (!UserKey.TryFromEmail("owner@example.com", out var owner))
        {
            throw new InvalidOperationException("The owner's address is not one.");
        }

        await Grains.GetGrain<ITenantGrain>(tenant.Value).Create(owner, "A large store");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await Database.DisposeAsync();
    }
}
