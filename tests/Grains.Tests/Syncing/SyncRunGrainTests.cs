using XSight.ShopifySimulator;

namespace XSight.Grains.Tests.Syncing;

/// <summary>A whole sync of the CDNOW history: real grains, SQLite and Shopify client, over HTTP against the simulator.</summary>
public sealed class SyncRunGrainTests : IAsyncLifetime
{
    private const int Customers = 23_570;
    private const int Orders = 69_659;
    private const long SpentMinor = 250_031_563;

    private readonly StoreFolder _folder = new();
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync(new SimulatorOptions(), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_full_sync_brings_every_customer_and_order_exactly()
    {
        await using var silo = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        var tenant = await silo.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(tenant);

        var outcome = await silo.SyncAsync(tenant, SyncKind.Full);

        Assert.Equal((SyncPhase.Completed, 100.0, null), (outcome.Phase, outcome.Percent, outcome.Message));
        Assert.Equal(Customers, await silo.Database.Customers.CountAsync(tenant, CancellationToken.None));
        Assert.Equal(Orders, await silo.Database.Orders.CountAsync(tenant, CancellationToken.None));
        Assert.Empty(await silo.Database.Facts.ReadTouchedAsync(tenant, 0, 1, CancellationToken.None));
        var report = await silo.Insights(tenant).GetRfm();
        Assert.Equal((Customers, 0), (report.Eligible, report.Prospects));
        Assert.Equal(SpentMinor, report.Scores.Sum(s => s.RevenueMinor));
        var history = Assert.Single(await silo.Database.SyncRuns.ListAsync(tenant, 10, CancellationToken.None));
        Assert.Equal((SyncPhase.Completed, (long)Customers, (long)Orders), (history.Phase, history.CustomersDone, history.OrdersDone));
    }
}
