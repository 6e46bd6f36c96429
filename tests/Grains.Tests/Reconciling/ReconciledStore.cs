using XSight.ShopifySimulator;
using XSight.Storage;

namespace XSight.Grains.Tests.Reconciling;

/// <summary>A synced store of a few thousand orders whose webhooks can be lost, and its state read anew by somebody who lost none.</summary>
internal sealed class ReconciledStore : IAsyncDisposable
{
    private const int LostMax = 10_000;
    private static readonly TimeSpan StoreBehind = TimeSpan.FromSeconds(30);

    private readonly StoreFolder _folder = new();
    private WebhookDoor? _door;
    private Queue<long> _untouched = [];

    private ReconciledStore(SimulatorHost simulator) => Simulator = simulator;

    public SimulatorHost Simulator { get; }

    public TestSilo Silo { get; private set; } = null!;

    public TenantId Tenant { get; private set; }

    public Faults Faults => Simulator.FaultsOf(TestSilo.Shop.Value);

    public static async Task<ReconciledStore> SyncedAsync(string scopes = TestSilo.AllScopes)
    {
        var store = new ReconciledStore(await SmallStore.StartAsync(time: new EarlierTime(StoreBehind), bucket: BucketOptions.Plus));
        store.Silo = await TestSilo.StartAsync(store.Simulator, store._folder.DatabasePath, scopes);
        store.Tenant = await store.Silo.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(store.Tenant);
        var synced = await store.Silo.SyncAsync(store.Tenant, SyncKind.Full);
        Assert.True(synced.Phase == SyncPhase.Completed, synced.Message);
        var all = await store.Silo.Database.Reconciliations.ListVersionsAsync(store.Tenant, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, CancellationToken.None);
        store._untouched = new(all.Where(o => o.NetMinor > 100).Select(o => o.OrderId));
        store._door = await WebhookDoor.OpenAsync(store.Silo, store.Tenant);
        return store;
    }

    /// <summary>An order of the history that no change of this test has touched, with something left to refund.</summary>
    public long TakeOrder() => _untouched.Dequeue();

    /// <summary>The same among the latest.</summary>
    public long TakeLatestOrder()
    {
        var orders = _untouched.ToList();
        _untouched = new(orders[..^1]);
        return orders[^1];
    }

    public static StoreChange Create(int customerIndex, decimal amount) => new("orders/create") { CustomerIndex = customerIndex, Amount = amount };

    /// <summary>Changes whose webhooks arrive and are applied.</summary>
    public async Task ChangeAsync(params IReadOnlyList<StoreChange> changes)
    {
        var results = await Simulator.ChangeAsync(TestSilo.Shop.Value, changes, new DeliveryOptions { To = _door!.Address }, CancellationToken.None);
        Assert.All(results, r => Assert.Equal(200, r.Status));
        await _door.SettleAsync();
    }

    /// <summary>Changes of which no webhook ever arrives.</summary>
    public async Task LoseAsync(params IReadOnlyList<StoreChange> changes)
    {
        Faults.Add(new Fault(FaultKind.LostWebhook) { Times = LostMax });
        Assert.Empty(await Simulator.ChangeAsync(TestSilo.Shop.Value, changes, new DeliveryOptions { To = _door!.Address }, CancellationToken.None));
        Faults.Clear();
    }

    public async Task<(SyncProgress Run, Reconciliation Outcome)> ReconcileAsync(SyncKind kind = SyncKind.Reconcile)
    {
        var run = await Silo.SyncAsync(Tenant, kind);
        return (run, await LatestAsync());
    }

    public async Task<Reconciliation> LatestAsync() =>
        (await Silo.Database.Reconciliations.ListAsync(Tenant, null, 1, CancellationToken.None)).Items[0];

    /// <summary>A killed process and its successor.</summary>
    public async Task CrashAsync()
    {
        await Silo.CrashAsync();
        Silo = await TestSilo.StartAsync(Simulator, _folder.DatabasePath);
    }

    /// <summary>The figures are those of a new database that read the store from its beginning.</summary>
    public async Task AssertFiguresAreTheStoresAsync(string context = "")
    {
        await using var fresh = await TestSilo.StartAsync(Simulator, _folder.OtherDatabasePath);
        var tenant = await fresh.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(tenant);
        Assert.Equal(SyncPhase.Completed, (await fresh.SyncAsync(tenant, SyncKind.Full)).Phase);
        var expected = await FiguresOf(fresh, tenant);
        TenantScope.Enter(Tenant);
        var actual = await FiguresOf(Silo, Tenant);
        Assert.True(expected.SequenceEqual(actual), $"{context}: {actual.Except(expected).FirstOrDefault()} instead of {expected.Except(actual).FirstOrDefault()}");
        Assert.Equal(await OrdersOf(fresh, tenant), await OrdersOf(Silo, Tenant));
    }

    public async ValueTask DisposeAsync()
    {
        await _door!.DisposeAsync();
        await Silo.DisposeAsync();
        await Simulator.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<List<(long, CustomerMetrics)>> FiguresOf(TestSilo silo, TenantId tenant)
    {
        Assert.Empty(await silo.Database.Facts.ReadTouchedAsync(tenant, 0, 1, CancellationToken.None));
        var changes = await silo.Database.Facts.ReadChangesAsync(tenant, 0, IFactStore.ReadRowsMax, CancellationToken.None);
        return [.. changes.Where(c => c.Metrics.Eligible).Select(c => (c.CustomerId, c.Metrics)).OrderBy(c => c.CustomerId)];
    }

    private static Task<IReadOnlyList<OrderVersion>> OrdersOf(TestSilo silo, TenantId tenant) =>
        silo.Database.Reconciliations.ListVersionsAsync(tenant, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, CancellationToken.None);
}
