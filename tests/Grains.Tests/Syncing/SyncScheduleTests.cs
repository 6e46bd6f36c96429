using XSight.Grains.Tenancy;
using XSight.ShopifySimulator;
using XSight.Storage;

namespace XSight.Grains.Tests.Syncing;

/// <summary>Syncs that nobody asked for.</summary>
public sealed class SyncScheduleTests : IAsyncLifetime
{
    private readonly StoreFolder _folder = new();
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SmallStore.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void Tenants_that_connect_at_once_are_spread_over_the_interval_each_always_to_its_own_time()
    {
        var tenants = Enumerable.Range(0, 1_000).Select(_ => TenantId.New()).ToList();

        var due = tenants.Select(SyncSchedule.FirstAfter).ToList();

        Assert.All(due, d => Assert.InRange(d, SyncSchedule.Every, 2 * SyncSchedule.Every));
        Assert.Equal(due, tenants.Select(SyncSchedule.FirstAfter));
        var tenths = due.GroupBy(d => (int)((d - SyncSchedule.Every) / (SyncSchedule.Every / 10))).ToDictionary(g => g.Key, g => g.Count());
        Assert.True(tenths.Count == 10 && tenths.Values.Min() > 50, string.Join(' ', tenths));
    }

    [Fact]
    public async Task A_connected_store_has_a_reminder_and_one_that_removed_the_app_has_none()
    {
        await using var silo = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        var tenant = await silo.ConnectAsync(TestSilo.Shop);
        var reminder = Assert.Single(await RemindersOf(silo));
        Assert.Equal(SyncSchedule.Every, reminder.Period);

        TenantScope.Enter(tenant);
        await silo.Tenant(tenant).Disconnect(TimeProvider.System.GetUtcNow());

        Assert.Empty(await RemindersOf(silo));
    }

    [Fact]
    public async Task A_reminder_that_is_due_reads_what_changed()
    {
        var first = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        var tenant = await first.ConnectAsync(TestSilo.Shop);
        Assert.Equal(SyncPhase.Completed, (await first.SyncAsync(tenant, SyncKind.Full)).Phase);
        var reminder = Assert.Single(await RemindersOf(first));
        await first.Database.Reminders.UpsertAsync(reminder with { StartAt = TimeProvider.System.GetUtcNow().AddSeconds(2) }, CancellationToken.None);
        await first.DisposeAsync();

        await using var second = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        var run = await Eventually.Async(async () =>
            (await second.Database.SyncRuns.ListAsync(tenant, 2, CancellationToken.None)) is [{ Kind: SyncKind.Incremental, Ended: true } latest, _] ? latest : null);

        Assert.Equal(SyncPhase.Completed, run.Phase);
    }

    [Fact]
    public async Task A_store_that_was_never_read_is_read_whole_whatever_is_asked()
    {
        await using var silo = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        var tenant = await silo.ConnectAsync(TestSilo.Shop);

        var outcome = await silo.SyncAsync(tenant, SyncKind.Reconcile);

        Assert.Equal((SyncKind.Full, SyncPhase.Completed), (outcome.Kind, outcome.Phase));
    }

    private static async Task<IReadOnlyList<StoredReminder>> RemindersOf(TestSilo silo) =>
        [.. (await silo.Database.Reminders.ListAsync(null, CancellationToken.None)).Where(r => r.Name == SyncSchedule.Reminder)];
}
