using Orleans;
using Microsoft.Extensions.DependencyInjection;
using XSight.Grains.Security;
using XSight.Grains.Tests.Hosting;
using XSight.Shopify;
using XSight.ShopifySimulator;
using XSight.Storage;

namespace XSight.Grains.Tests;

/// <summary>
/// XSight without its web face: real grains on the runtime of this build, a real SQLite file and the real Shopify client, against a
/// simulated store. Stopping it
/// by <see cref="CrashAsync"/> and starting another over the same file is what a killed process and its successor do.
/// </summary>
public sealed class TestSilo : IAsyncDisposable
{
    public const string AllScopes = "read_customers,read_orders,read_all_orders,read_products";

    private static readonly byte[] EncryptionKey = [.. Enumerable.Range(0, SecretBox.KeyBytes).Select(i => (byte)i)];

    public static readonly ShopDomain Shop = ShopDomain.Parse("cdnow-demo.myshopify.com");

    private readonly TestRuntime _runtime;
    private readonly IDatabase _database;

    private TestSilo(TestRuntime runtime, IDatabase database) => (_runtime, _database) = (runtime, database);

    public IGrainFactory Grains => _runtime.Grains;

    public IDatabase Database => _database;

    public IShopifyOAuth OAuth => _runtime.Services.GetRequiredService<IShopifyOAuth>();

    /// <param name="simulator">The stores.</param>
    /// <param name="databasePath">A SQLite file.</param>
    /// <param name="scopes">That the app asks for.</param>
    /// <param name="time">The grains' clock; the system's by default.</param>
    /// <param name="encryptionKey">Of the stores' tokens; the same in all silos by default.</param>
    /// <param name="between">Comes between the grains and the database; nothing by default.</param>
    public static async Task<TestSilo> StartAsync(
        SimulatorHost simulator, string databasePath, string scopes = AllScopes, TimeProvider? time = null, Func<IDatabase, IDatabase>? between = null, byte[]? encryptionKey = null)
    {
        var database = await Storage.Database.OpenAsync($"sqlite:{databasePath}", TimeProvider.System, CancellationToken.None);
        var shopify = new ShopifyOptions
        {
            ApiKey = "demo-key",
            ApiSecret = "demo-secret",
            AppUrl = new Uri("http://localhost:5080"),
            StoreUrl = simulator.StoreUrl,
            Scopes = scopes,
        };
        var seen = between is null ? database : between(database);
        return new TestSilo(await TestRuntime.StartAsync(seen, shopify, encryptionKey ?? EncryptionKey, time ?? TimeProvider.System), database);
    }

    /// <summary>A tenant with an owner and a connected store, through the code grant.</summary>
    public async Task<TenantId> ConnectAsync(ShopDomain shop)
    {
        var tenant = TenantId.New();
        TenantScope.Enter(tenant);
        Assert.True(UserKey.TryFromEmail("owner@example.com", out var owner));
        await Tenant(tenant).Create(owner, "A store");
        var grant = await GrantAsync(shop);
        var admin = _runtime.Services.GetRequiredService<IShopifyAdminFactory>().Create(shop, "USD", _ => ValueTask.FromResult(grant.Tokens.AccessToken));
        var info = await admin.GetShopAsync(CancellationToken.None);
        Assert.True(await Database.Tenants.BindShopAsync(tenant, shop, CancellationToken.None));
        await Tenant(tenant).Connect(new ShopConnection
        {
            Shop = shop,
            ShopName = info.Name,
            Currency = info.Currency,
            TimeZone = info.TimeZone,
            Tokens = grant.Tokens,
            Scopes = grant.Scopes,
        });
        return tenant;
    }

    /// <summary>A pair of tokens that the store's merchant approved.</summary>
    public async Task<TokenGrant> GrantAsync(ShopDomain shop) => await OAuth.ExchangeCodeAsync(shop, await AuthorizeAsync(shop), CancellationToken.None);

    public ITenantGrain Tenant(TenantId tenant) => Grains.GetGrain<ITenantGrain>(tenant.Value);

    public IInsightsGrain Insights(TenantId tenant) => Grains.GetGrain<IInsightsGrain>(tenant.Value);

    public IChurnGrain Churn(TenantId tenant) => Grains.GetGrain<IChurnGrain>(tenant.Value);

    public ISyncRunGrain Run(TenantId tenant, SyncRunId run) => Grains.GetGrain<ISyncRunGrain>(new SyncRunKey(tenant, run).ToString());

    public ICustomerGrain Customer(TenantId tenant, long customerId) => Grains.GetGrain<ICustomerGrain>(new CustomerKey(tenant, customerId).ToString());

    /// <summary>Starts a sync and waits for its end.</summary>
    public async Task<SyncProgress> SyncAsync(TenantId tenant, SyncKind kind)
    {
        TenantScope.Enter(tenant);
        var started = await Tenant(tenant).StartSync(kind);
        return await EndOf(tenant, started.Run!.Value);
    }

    /// <summary>Waits until the run ended and the tenant knows it.</summary>
    public async Task<SyncProgress> EndOf(TenantId tenant, SyncRunId run)
    {
        TenantScope.Enter(tenant);
        return await Eventually.Async(async () =>
        {
            var progress = await Run(tenant, run).GetProgress();
            return progress is { Ended: true } && await Tenant(tenant).GetActiveSync() != run ? progress : null;
        });
    }

    /// <summary>Ends as a killed process does: nobody is told, nothing is written any more.</summary>
    public async Task CrashAsync()
    {
        await _runtime.CrashAsync();
        await _database.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _runtime.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>What the merchant's browser does: asks for approval and is sent back with a code.</summary>
    private async Task<string> AuthorizeAsync(ShopDomain shop)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(OAuth.AuthorizeUrl(shop, "state"));
        var query = System.Web.HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        return query["code"]!;
    }
}
