using XSight.ShopifySimulator;

namespace XSight.Grains.Tests.Syncing;

/// <summary>Whole syncs of the CDNOW history: real grains, SQLite, Shopify client, over HTTP against the simulator.</summary>
public sealed class SyncRunGrainTests : IAsyncLifetime
{
    private const int Customers = 23_570;
    private const int Orders = 69_659;
    private const long SpentMinor = 250_031_563;
    private static readonly ShopDomain Shop = ShopDomain.Parse("cdnow-demo.myshopify.com");

    private readonly string _folder = Directory.CreateTempSubdirectory("xsight-sync-").FullName;
    private SimulatorHost _simulator = null!;

    private string DatabasePath => Path.Combine(_folder, "xsight.db");

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync(new SimulatorOptions(), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_full_sync_brings_every_customer_and_order_exactly()
    {
        await using var silo = await TestSilo.StartAsync(_simulator, DatabasePath);
        var tenant = await silo.ConnectAsync(Shop);

        var outcome = await silo.SyncAsync(tenant, SyncKind.Full);

        Assert.Equal((SyncPhase.Completed, 100.0, null), (outcome.Phase, outcome.Percent, outcome.Message));
        await AssertWholeStore(silo, tenant);
        var history = Assert.Single(await silo.Database.SyncRuns.ListAsync(tenant, 10, CancellationToken.None));
        Assert.Equal((SyncPhase.Completed, (long)Customers, (long)Orders), (history.Phase, history.CustomersDone, history.OrdersDone));
    }

    [Fact]
    public async Task A_second_start_while_one_runs_returns_the_running_one()
    {
        await using var silo = await TestSilo.StartAsync(_simulator, DatabasePath);
        var tenant = await silo.ConnectAsync(Shop);

        var started = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => silo.Tenant(tenant).StartSync(SyncKind.Full)));

        Assert.Single(started, s => s.Started);
        Assert.Single(started.Select(s => s.Run).Distinct());
        await silo.EndOf(tenant, started[0].Run!.Value);
        await AssertWholeStore(silo, tenant);
    }

    private static async Task AssertWholeStore(TestSilo silo, TenantId tenant)
    {
        TenantScope.Enter(tenant);
        Assert.Equal(Customers, await silo.Database.Customers.CountAsync(tenant, CancellationToken.None));
        Assert.Equal(Orders, await silo.Database.Orders.CountAsync(tenant, CancellationToken.None));
        Assert.Empty(await silo.Database.Facts.ReadTouchedAsync(tenant, 0, 1, CancellationToken.None));
        var report = await silo.Insights(tenant).GetRfm();
        Assert.Equal((Customers, 0), (report.Eligible, report.Prospects));
        Assert.Equal(SpentMinor, report.Scores.Sum(s => s.RevenueMinor));
    }
}
