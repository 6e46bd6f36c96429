using System.Globalization;
using System.Text;
using XSight.Grains.Webhooks;
using XSight.ShopifySimulator;
using XSight.Storage;

namespace XSight.Grains.Tests.Webhooks;

/// <summary>One loud tenant with a deep backlog, fifty quiet ones: whoever has little to do is served between the loud one's batches.</summary>
public sealed class FairDrainingTests : IAsyncLifetime
{
    private const int QuietTenants = 50;
    private const int QuietDeliveries = 3;
    private const int LoudDeliveries = 60_000;
    private const int LoudCustomers = 500;

    private readonly StoreFolder _folder = new();
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync(
        new SimulatorOptions
        {
            Stores = [.. Enumerable.Range(0, QuietTenants + 1).Select(n => new StoreOptions { Domain = Shop(n).Value, Source = new OrderSource.Generated(1, Seed: (ulong)n) })],
        },
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Quiet_tenants_are_served_while_a_loud_one_has_a_deep_backlog()
    {
        await using var silo = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        var loud = await silo.ConnectAsync(Shop(0));
        var quiet = new List<TenantId>();
        for (var n = 1; n <= QuietTenants; n++)
        {
            quiet.Add(await silo.ConnectAsync(Shop(n)));
        }

        await AppendAsync(silo, loud, LoudDeliveries, LoudCustomers);
        foreach (var tenant in quiet)
        {
            await AppendAsync(silo, tenant, QuietDeliveries, QuietDeliveries);
        }

        await WakeAsync(silo, loud);
        await Task.WhenAll(quiet.Select(tenant => WakeAsync(silo, tenant)));
        await ServedAsync(silo, quiet);
        var after = await WaitingAsync(silo);

        // A queue by length would serve them last; half of the backlog is what a busy machine may take for the rounds they need.
        Assert.True(after >= LoudDeliveries / 2, $"{LoudDeliveries - after} deliveries of the loud tenant went before the last quiet one's.");
    }

    private static ShopDomain Shop(int number) => ShopDomain.Parse(string.Create(CultureInfo.InvariantCulture, $"shop-{number}.myshopify.com"));

    private static async Task WakeAsync(TestSilo silo, TenantId tenant)
    {
        TenantScope.Enter(tenant);
        await silo.Grains.GetGrain<ITenantIngestGrain>(tenant.Value).Wake();
    }

    private static async Task<long> WaitingAsync(TestSilo silo) => (await silo.Database.Inbox.MeasureAsync(CancellationToken.None)).Waiting;

    private static Task ServedAsync(TestSilo silo, List<TenantId> tenants) => Eventually.Async(async () =>
    {
        var waiting = await silo.Database.Inbox.ListWaitingTenantsAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None);
        return waiting.Intersect(tenants).Any() ? null : waiting;
    });

    private static Task AppendAsync(TestSilo silo, TenantId tenant, int deliveries, int customers)
    {
        var now = TimeProvider.System.GetUtcNow();
        return Task.WhenAll(Enumerable.Range(0, deliveries).Select(n => silo.Database.Inbox.AppendAsync(
            new InboxDelivery(tenant, string.Create(CultureInfo.InvariantCulture, $"{tenant}-{n}"), "orders/create", null, now, Body(n, 1 + (n % customers))),
            CancellationToken.None)));
    }

    private static byte[] Body(int number, int customer) => Encoding.UTF8.GetBytes($$"""
        {
          "id": {{1_000_000 + number}}, "name": "#{{number}}", "test": false, "currency": "USD", "financial_status": "paid",
          "created_at": "2026-03-01T09:00:00Z", "processed_at": "2026-03-01T09:00:00Z", "updated_at": "2026-03-01T09:00:00Z",
          "total_price": "12.50", "current_total_price": "12.50",
          "customer": {"id": {{customer}}, "created_at": "2026-03-01T09:00:00Z", "updated_at": "2026-03-01T09:00:00Z", "first_name": "Ana"}
        }
        """);
}
