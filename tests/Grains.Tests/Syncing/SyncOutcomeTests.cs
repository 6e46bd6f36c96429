using XSight.ShopifySimulator;

namespace XSight.Grains.Tests.Syncing;

/// <summary>Syncs that are cancelled, that the store breaks off, or that run over an earlier one.</summary>
public sealed class SyncOutcomeTests : IAsyncLifetime
{
    private readonly StoreFolder _folder = new();
    private SimulatorHost _simulator = null!;
    private TestSilo _silo = null!;
    private TenantId _tenant;

    private Faults Faults => _simulator.FaultsOf(TestSilo.Shop.Value);

    public async ValueTask InitializeAsync()
    {
        _simulator = await SmallStore.StartAsync(objectsPerSecond: 20_000);
        _silo = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        _tenant = await _silo.ConnectAsync(TestSilo.Shop);
    }

    public async ValueTask DisposeAsync()
    {
        await _silo.DisposeAsync();
        await _simulator.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Two_starts_at_once_are_one_sync()
    {
        TenantScope.Enter(_tenant);

        var started = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _silo.Tenant(_tenant).StartSync(SyncKind.Full)));

        Assert.Single(started, s => s.Started);
        var run = Assert.Single(started.Select(s => s.Run).Distinct())!.Value;
        Assert.Equal(SyncPhase.Completed, (await _silo.EndOf(_tenant, run)).Phase);
    }

    [Fact]
    public async Task A_cancelled_sync_keeps_what_is_merged_and_derives_it()
    {
        TenantScope.Enter(_tenant);
        var run = (await _silo.Tenant(_tenant).StartSync(SyncKind.Full)).Run!.Value;
        await Eventually.Async(async () => await _silo.Run(_tenant, run).GetProgress() is { CustomersDone: > 0 } p ? p : null);

        await _silo.Run(_tenant, run).Cancel();
        var outcome = await _silo.EndOf(_tenant, run);

        Assert.Equal(SyncPhase.Cancelled, outcome.Phase);
        Assert.True(await _silo.Database.Customers.CountAsync(_tenant, CancellationToken.None) >= outcome.CustomersDone);
        Assert.Empty(await _silo.Database.Facts.ReadTouchedAsync(_tenant, 0, 1, CancellationToken.None));
        Assert.Equal(SyncPhase.Completed, (await _silo.SyncAsync(_tenant, SyncKind.Full)).Phase);
    }

    [Theory]
    [InlineData(401, "no longer accepts our access")]
    [InlineData(402, "frozen this store")]
    [InlineData(403, "refused us a permission")]
    [InlineData(423, "locked this store")]
    public async Task A_store_that_refuses_ends_the_run_in_words(int status, string words)
    {
        TenantScope.Enter(_tenant);
        Faults.Add(new Fault(FaultKind.Status) { Status = status, Times = 50 });

        var outcome = await _silo.SyncAsync(_tenant, SyncKind.Full);

        Assert.Equal(SyncPhase.Failed, outcome.Phase);
        Assert.Contains(words, outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_read_on()
    {
        Faults.Add(new Fault(FaultKind.TruncatedFile) { After = 100_001, Times = 2 });

        await AssertCompletes();
    }

    [Fact]
    public async Task A_file_that_always_breaks_off_ends_the_run_in_words()
    {
        TenantScope.Enter(_tenant);
        Faults.Add(new Fault(FaultKind.TruncatedFile) { After = 5_001, Times = 100 });

        var outcome = await _silo.SyncAsync(_tenant, SyncKind.Full);

        Assert.Equal(SyncPhase.Failed, outcome.Phase);
        Assert.Contains("broke off or could not be read", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_that_fails_or_expires_is_asked_for_again()
    {
        Faults.Add(new Fault(FaultKind.BulkFailed) { After = 100 });
        Faults.Add(new Fault(FaultKind.ExpiredUrl));

        await AssertCompletes();
    }

    [Fact]
    public async Task A_throttled_store_is_waited_for()
    {
        Faults.Add(new Fault(FaultKind.Throttled) { Status = 200, Times = 2 });
        Faults.Add(new Fault(FaultKind.Throttled) { Status = 429 });

        await AssertCompletes();
    }

    [Fact]
    public async Task An_incremental_sync_over_a_full_one_changes_no_figure()
    {
        TenantScope.Enter(_tenant);
        await AssertCompletes();
        var before = await _silo.Insights(_tenant).GetRfm();

        Assert.Equal(SyncPhase.Completed, (await _silo.SyncAsync(_tenant, SyncKind.Incremental)).Phase);

        var after = await _silo.Insights(_tenant).GetRfm();
        Assert.Equal(before.Scores, after.Scores);
        Assert.Equal(before.ChangeSeq, after.ChangeSeq);
    }

    private async Task AssertCompletes()
    {
        TenantScope.Enter(_tenant);
        var outcome = await _silo.SyncAsync(_tenant, SyncKind.Full);

        Assert.True(outcome.Phase == SyncPhase.Completed, outcome.Message);
        Assert.Equal(SmallStore.Customers, outcome.CustomersDone);
        Assert.Equal(SmallStore.Customers, await _silo.Database.Customers.CountAsync(_tenant, CancellationToken.None));
        Assert.Equal(outcome.OrdersTotal, await _silo.Database.Orders.CountAsync(_tenant, CancellationToken.None));
    }
}
