using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace XSight.Shopify.Tests;

/// <summary>Our client as the program registers it, pointed at a scripted store.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string Token = "shpat_first";
    public const string RenewedToken = "shpat_second";

    public static readonly ShopDomain Domain = ShopDomain.Parse("corner-shop.myshopify.com");

    private readonly ServiceProvider _services;
    private readonly Queue<string> _tokens = new([Token]);

    private Shop(ScriptedStore store, ServiceProvider services, SkippingTime time) => (Store, _services, Time) = (store, services, time);

    public ScriptedStore Store { get; }

    public SkippingTime Time { get; }

    public LogLines Log => _services.GetRequiredService<LogLines>();

    public IShopifyAdmin Admin => AdminOf(Domain);

    public IShopifyOAuth OAuth => _services.GetRequiredService<IShopifyOAuth>();

    public IBulkResultReader Reader => _services.GetRequiredService<IBulkResultReader>();

    public static async Task<Shop> OpenAsync(string? storeUrl = null)
    {
        var store = await ScriptedStore.StartAsync();
        var time = new SkippingTime();
        var log = new LogLines();
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(new Random(1))
            .AddSingleton(log)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddShopify(Options(storeUrl ?? $"{store.Address}{{shop}}"))
            .BuildServiceProvider();
        return new Shop(store, services, time);
    }

    public static ShopifyOptions Options(string storeUrl = "https://{shop}", string? previousSecret = null) => new()
    {
        ApiKey = "our-key",
        ApiSecret = "hush",
        PreviousApiSecret = previousSecret,
        AppUrl = new Uri("https://xsight.example"),
        StoreUrl = storeUrl,
    };

    public IShopifyAdmin AdminOf(ShopDomain shop) =>
        _services.GetRequiredService<IShopifyAdminFactory>().Create(shop, "USD", _ => ValueTask.FromResult(NextToken()));

    /// <summary>The token source gives this one from its second call on.</summary>
    public void TokenWillChange() => _tokens.Enqueue(RenewedToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Store.DisposeAsync();
    }

    private string NextToken() => _tokens.Count > 1 ? _tokens.Dequeue() : _tokens.Peek();
}
