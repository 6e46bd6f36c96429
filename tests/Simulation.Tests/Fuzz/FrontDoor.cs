using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using XSight.Api.Configuration;
using XSight.Api.Tests.Support;
using XSight.ShopifySimulator;
using XSight.Storage;

namespace XSight.Simulation.Tests.Fuzz;

/// <summary>XSight behind a real socket with two connected stores, and a clock that the test can let run ahead of the retries' pauses.</summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    public const string Shop = "fuzzed.myshopify.com";
    public const string Neighbour = "neighbour.myshopify.com";
    public const string Secret = "a-secret-of-the-fuzz-tests";

    private const string ApiKey = "fuzz-tests";
    private const int Customers = 40;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorHost _stores;
    private readonly WebApplicationFactory<XSightOptions> _factory;
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _ticking;
    private volatile int _speed = 1;

    private FrontDoor(SimulatorHost stores)
    {
        (_stores, Port) = (stores, Ports.Free());
        _factory = new WebApplicationFactory<XSightOptions>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", Address.AbsoluteUri);
            host.UseSetting("XSIGHT_DATA", _folder.FullPath);
            host.UseSetting("SHOPIFY_API_KEY", ApiKey);
            host.UseSetting("SHOPIFY_API_SECRET", Secret);
            host.UseSetting("SHOPIFY_APP_URL", Address.AbsoluteUri);
            host.UseSetting("SHOPIFY_STORE_URL", stores.StoreUrl);
            host.ConfigureLogging(logs => logs.ClearProviders());
            host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_clock));
        });
        _factory.UseKestrel(kestrel => kestrel.ListenLocalhost(Port));
        _factory.StartServer();
        _ticking = TickAsync();
    }

    public int Port { get; }

    public IDatabase Database => _factory.Services.GetRequiredService<IDatabase>();

    private Uri Address => new($"http://localhost:{Port}");

    public static async Task<FrontDoor> OpenAsync()
    {
        var stores = await SimulatorHost.StartAsync(
            new SimulatorOptions
            {
                ApiKey = ApiKey,
                ApiSecret = Secret,
                Stores = [.. new[] { Shop, Neighbour }.Select((shop, i) => new StoreOptions { Domain = shop, Source = new OrderSource.Generated(Customers, (ulong)i + 1) })],
                Bucket = new BucketOptions(1_000_000, 1_000_000),
            },
            CancellationToken.None);
        var door = new FrontDoor(stores);
        await door.ConnectAsync(Shop);
        await door.ConnectAsync(Neighbour);
        return door;
    }

    public async Task<TenantId> TenantOfAsync(string shop) => (await Database.Tenants.FindByShopAsync(ShopDomain.Parse(shop), CancellationToken.None))!.Value;

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Lets the clock run ahead until nothing waits in the inbox any more.</summary>
    public async Task DrainAsync(TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        _speed = 50;
        while ((await Database.Inbox.MeasureAsync(patience.Token)).Waiting > 0)
        {
            await Task.Delay(Tick, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _ticking;
        await _factory.DisposeAsync();
        await _stores.DisposeAsync();
        _folder.Dispose();
        _stop.Dispose();
    }

    private async Task ConnectAsync(string shop)
    {
        using var merchant = new Visitor(Address);
        using var signedUp = await merchant.PostAsync("/api/auth/signup", new { name = "A merchant", email = $"owner@{shop}", password = Visitor.Password });
        Assert.True(signedUp.IsSuccessStatusCode, await signedUp.Content.ReadAsStringAsync());
        using var connected = await merchant.GetAsync($"/auth?shop={shop}", follow: true);
        Assert.True(connected.IsSuccessStatusCode, await connected.Content.ReadAsStringAsync());
        await merchant.SyncedAsync();
    }

    private async Task TickAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            _clock.Advance(Tick * _speed);
            await Task.Delay(Tick);
        }
    }
}
