using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using XSight.Shopify;
using XSight.ShopifySimulator;
using XSight.Simulation.Tests.Shop;

namespace XSight.Simulation.Tests.Kill;

/// <summary>The store's own side: a simulated store whose history only a sync can bring, and whose refunds are told by pointers.</summary>
internal sealed class SimulatorSide : IAsyncDisposable
{
    public const string ShopName = "killed.myshopify.com";
    public const string TimeZone = "America/New_York";
    public const string ApiKey = "kill-tests";
    public const string ApiSecret = "a-secret-of-the-kill-tests";

    private const int Customers = 250;
    private const int OrdersMax = 6;
    private const int Days = 50;

    /// <summary>Slow enough that a sync is under way most of the time.</summary>
    private const int ObjectsPerSecond = 150;

    private static readonly DateOnly FirstDay = new(2026, 1, 1);

    private readonly SimulatorHost _simulator;
    private readonly ServiceProvider _services;
    private readonly IShopifyAdmin _admin;
    private readonly ConcurrentQueue<long> _refundable = new();

    private SimulatorSide(SimulatorHost simulator, ServiceProvider services, IShopifyAdmin admin) => (_simulator, _services, _admin) = (simulator, services, admin);

    public string StoreUrl => _simulator.StoreUrl;

    /// <param name="appUrl">Where the program listens.</param>
    /// <param name="log">Where the store's order log is written.</param>
    public static async Task<SimulatorSide> StartAsync(Uri appUrl, string log)
    {
        await File.WriteAllLinesAsync(log, OrderLog());
        var simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions
            {
                ApiKey = ApiKey,
                ApiSecret = ApiSecret,
                Stores = [new StoreOptions { Domain = ShopName, TimeZone = TimeZone, Source = new OrderSource.Log(log) }],
                Bulk = new BulkOptions { ObjectsPerSecond = ObjectsPerSecond },
                Bucket = BucketOptions.Plus,
            },
            CancellationToken.None);
        var services = new ServiceCollection()
            .AddShopify(new ShopifyOptions { ApiKey = ApiKey, ApiSecret = ApiSecret, AppUrl = appUrl, StoreUrl = simulator.StoreUrl })
            .BuildServiceProvider();
        var shop = ShopDomain.Parse(ShopName);
        var oauth = services.GetRequiredService<IShopifyOAuth>();
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(oauth.AuthorizeUrl(shop, "state"));
        var code = System.Web.HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!;
        var grant = await oauth.ExchangeCodeAsync(shop, code, CancellationToken.None);
        var admin = services.GetRequiredService<IShopifyAdminFactory>().Create(shop, "USD", _ => ValueTask.FromResult(grant.Tokens.AccessToken));
        var side = new SimulatorSide(simulator, services, admin);
        foreach (var order in (await side.OrdersAsync()).Where(o => o.NetMinor > 0 && o.CancelledAt is null))
        {
            side._refundable.Enqueue(order.OrderId);
        }

        return side;
    }

    /// <summary>Orders of the last weeks only: a shop that does not grant its older ones shows them all, and what it does not show is not called deleted.</summary>
    private static IEnumerable<string> OrderLog()
    {
        var random = new Random(Customers);
        yield return "invoice,customer_id,invoice_date,amount,cancelled";
        var invoice = 0;
        for (var customer = 1; customer <= Customers; customer++)
        {
            for (var order = random.Next(1, OrdersMax + 1); order > 0; order--)
            {
                var day = FirstDay.AddDays(random.Next(Days));
                yield return string.Create(CultureInfo.InvariantCulture, $"{++invoice},{customer},{day:yyyy-MM-dd},{random.Next(500, 20_000) / 100m},{(random.Next(20) == 0 ? 1 : 0)}");
            }
        }
    }

    /// <summary>Gives money back for an order that had none yet, and points at it. Null when there is none left.</summary>
    public async Task<Delivery?> RefundAsync()
    {
        if (!_refundable.TryDequeue(out var order))
        {
            return null;
        }

        await _simulator.ChangeAsync(ShopName, [new StoreChange("refunds/create") { Id = order, Amount = 0.5m }], null, CancellationToken.None);
        return new Delivery($"refund-{order}", "refunds/create", ShopJson.Pointer(new { id = order, order_id = order }), TimeProvider.System.GetUtcNow());
    }

    /// <summary>The store as it is now, for the oracle.</summary>
    public async Task<(IEnumerable<ShopCustomer> Customers, IEnumerable<ShopOrder> Orders)> ReadAsync() => (
        (await CustomersAsync()).Select(c => new ShopCustomer(c.CustomerId, c.CreatedAt, c.UpdatedAt, c.FirstName!)),
        (await OrdersAsync()).Select(o => new ShopOrder(o.OrderId, o.CustomerId, o.ProcessedAt, o.UpdatedAt, o.GrossMinor, o.NetMinor)
        {
            Status = o.FinancialStatus!,
            CancelledAt = o.CancelledAt,
            Test = o.Test,
        }));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    private Task<List<CustomerFact>> CustomersAsync() => AllAsync(cursor => _admin.GetCustomersAsync(null, cursor, CancellationToken.None));

    private Task<List<OrderFact>> OrdersAsync() => AllAsync(cursor => _admin.GetOrdersAsync(null, cursor, CancellationToken.None));

    private static async Task<List<T>> AllAsync<T>(Func<string?, Task<FactPage<T>>> read)
    {
        var all = new List<T>();
        FactPage<T>? page = null;
        do
        {
            page = await read(page?.NextCursor);
            all.AddRange(page.Items);
        }
        while (page.NextCursor is not null);
        return all;
    }
}
