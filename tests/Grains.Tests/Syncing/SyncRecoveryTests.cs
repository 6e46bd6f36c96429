using XSight.ShopifySimulator;

namespace XSight.Grains.Tests.Syncing;

/// <summary>A process killed in the middle of a sync, and its successor over the same database.</summary>
public sealed class SyncRecoveryTests : IDisposable
{
    private const int MomentMax = 10;
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_sync_killed_at_any_moment_ends_in_the_same_state(int seed)
    {
        await using var simulator = await SmallStore.StartAsync(objectsPerSecond: 40_000);
        var expected = await SyncedWithoutCrash(simulator);
        var random = new Random(seed);
        TenantId tenant;
        SyncRunId run;

        var first = await TestSilo.StartAsync(simulator, _folder.DatabasePath);
        tenant = await first.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(tenant);
        run = (await first.Tenant(tenant).StartSync(SyncKind.Full)).Run!.Value;
        await UntilRevision(first, tenant, run, random.Next(1, MomentMax));
        await first.CrashAsync();

        var second = await TestSilo.StartAsync(simulator, _folder.DatabasePath);
        await UntilRevision(second, tenant, run, random.Next(MomentMax, 2 * MomentMax));
        await second.CrashAsync();

        await using var third = await TestSilo.StartAsync(simulator, _folder.DatabasePath);
        var outcome = await third.EndOf(tenant, run);

        Assert.True(outcome.Phase == SyncPhase.Completed, $"seed {seed}: {outcome}");
        var actual = await StateOf(third, tenant);
        Assert.True(expected.SequenceEqual(actual), $"seed {seed}: {actual.Except(expected).FirstOrDefault()} instead of {expected.Except(actual).FirstOrDefault()}");
    }

    [Fact]
    public async Task A_run_that_ended_before_the_tenant_knew_is_announced_by_the_next_process()
    {
        await using var simulator = await SmallStore.StartAsync();
        var first = await TestSilo.StartAsync(simulator, _folder.DatabasePath);
        var tenant = await first.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(tenant);
        var run = (await first.Tenant(tenant).StartSync(SyncKind.Full)).Run!.Value;
        await Eventually.Async(async () => await first.Run(tenant, run).GetProgress() is { Ended: true } ended ? ended : null);
        await first.CrashAsync();

        await using var second = await TestSilo.StartAsync(simulator, _folder.DatabasePath);
        await second.EndOf(tenant, run);

        Assert.Null(await second.Tenant(tenant).GetActiveSync());
        Assert.True((await second.Tenant(tenant).StartSync(SyncKind.Full)).Started);
    }

    private async Task<IReadOnlyList<CustomerMetricsLine>> SyncedWithoutCrash(SimulatorHost simulator)
    {
        await using var silo = await TestSilo.StartAsync(simulator, _folder.OtherDatabasePath);
        var tenant = await silo.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(tenant);
        Assert.Equal(SyncPhase.Completed, (await silo.SyncAsync(tenant, SyncKind.Full)).Phase);
        return await StateOf(silo, tenant);
    }

    private static async Task<IReadOnlyList<CustomerMetricsLine>> StateOf(TestSilo silo, TenantId tenant)
    {
        var changes = await silo.Database.Facts.ReadChangesAsync(tenant, 0, 2 * SmallStore.Customers, CancellationToken.None);
        return [.. changes.Select(c => new CustomerMetricsLine(c.CustomerId, c.Deleted, c.Metrics)).OrderBy(c => c.CustomerId)];
    }

    private static async Task UntilRevision(TestSilo silo, TenantId tenant, SyncRunId run, long revision) =>
        await Eventually.Async(async () => await silo.Run(tenant, run).GetProgress() is { } progress && (progress.Revision >= revision || progress.Ended) ? progress : null);

    private sealed record CustomerMetricsLine(long CustomerId, bool Deleted, CustomerMetrics Metrics);
}
