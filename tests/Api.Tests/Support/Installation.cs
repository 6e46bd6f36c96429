using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using XSight.Api.Configuration;
using XSight.ShopifySimulator;

namespace XSight.Api.Tests.Support;

/// <summary>XSight as it runs: real HTTP, real SQLite, real grains, and simulated stores beside it.</summary>
public sealed class Installation : IAsyncDisposable
{
    public const string ApiSecret = "a-secret-of-the-tests";
    public const int Customers = 60;
    private const string ApiKey = "tests";

    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorHost _stores;
    private readonly WebApplicationFactory<XSightOptions> _factory;

    private Installation(SimulatorHost stores, int port, IReadOnlyDictionary<string, string> settings, ILoggerProvider? log)
    {
        _stores = stores;
        Address = new Uri($"http://localhost:{port}");
        _factory = new WebApplicationFactory<XSightOptions>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", Address.AbsoluteUri);
            host.UseSetting("XSIGHT_DATA", _folder.FullPath);
            host.UseSetting("SHOPIFY_API_KEY", ApiKey);
            host.UseSetting("SHOPIFY_API_SECRET", ApiSecret);
            host.UseSetting("SHOPIFY_APP_URL", Address.AbsoluteUri);
            host.UseSetting("SHOPIFY_STORE_URL", stores.StoreUrl);
            foreach (var (name, value) in settings)
            {
                host.UseSetting(name, value);
            }

            if (log is not null)
            {
                host.UseSetting("Logging:Capture:LogLevel:Default", "Trace");
                host.ConfigureLogging(logging => logging.AddProvider(log));
            }
        });
        _factory.UseKestrel(kestrel => kestrel.ListenLocalhost(port));
        _factory.StartServer();
    }

    public Uri Address { get; }

    public IServiceProvider Services => _factory.Services;

    /// <summary>The stores themselves, to make something happen in them.</summary>
    public SimulatorHost Stores => _stores;

    /// <summary>Where everything that outlives the process is.</summary>
    public string Folder => _folder.FullPath;

    /// <param name="shops">Names before .myshopify.com.</param>
    /// <param name="settings">Beyond the usual ones.</param>
    /// <param name="log">Hears everything, of every category and level.</param>
    public static async Task<Installation> StartAsync(string[] shops, IReadOnlyDictionary<string, string>? settings = null, ILoggerProvider? log = null)
    {
        var stores = await SimulatorHost.StartAsync(
            new SimulatorOptions
            {
                ApiKey = ApiKey,
                ApiSecret = ApiSecret,
                Stores = [.. shops.Select((shop, at) => new StoreOptions { Domain = $"{shop}.myshopify.com", Name = shop, Source = new OrderSource.Generated(Customers, (ulong)at + 1) })],
            },
            CancellationToken.None);
        return new Installation(stores, Ports.Free(), settings ?? new Dictionary<string, string>(), log);
    }

    public Visitor Visit() => new(Address);

    /// <summary>A signed-up merchant.</summary>
    public async Task<Visitor> SignUpAsync(string email, string password = Visitor.Password)
    {
        var visitor = Visit();
        using var answer = await visitor.PostAsync("/api/auth/signup", new { name = "A merchant", email, password });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return visitor;
    }

    /// <summary>A merchant with a store whose first sync is over.</summary>
    public async Task<Visitor> ConnectAsync(string email, string shop)
    {
        var visitor = await SignUpAsync(email);
        using var answer = await visitor.GetAsync($"/auth?shop={shop}.myshopify.com", follow: true);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await visitor.SyncedAsync();
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _stores.DisposeAsync();
        _folder.Dispose();
    }
}
