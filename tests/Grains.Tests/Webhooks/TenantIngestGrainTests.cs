using XSight.ShopifySimulator;
using XSight.Storage;

namespace XSight.Grains.Tests.Webhooks;

/// <summary>Webhooks from the inbox to the figures: duplicated, reordered, interrupted, poisoned.</summary>
public sealed class TenantIngestGrainTests : IAsyncLifetime
{
    private readonly StoreFolder _folder = new();
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SmallStore.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_shuffled_and_doubled_history_ends_in_the_state_of_the_newest_facts(int seed)
    {
        var history = new OrderHistory(seed);
        await using var silo = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        var tenant = await silo.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(tenant);

        await Append(silo, tenant, history.Deliveries, 0);
        await Ingest(silo, tenant).Drain();

        await AssertFigures(silo, tenant, history, seed);
    }

    [Fact]
    public async Task A_process_killed_in_the_middle_loses_nothing_and_doubles_nothing()
    {
        const int Seed = 11;
        var history = new OrderHistory(Seed);
        var first = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        var tenant = await first.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(tenant);
        await Append(first, tenant, history.Deliveries, 0);
        await Ingest(first, tenant).Wake();
        await first.CrashAsync();

        await using var second = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        await DrainAll(second, tenant);

        await AssertFigures(second, tenant, history, Seed);
    }

    [Fact]
    public async Task A_poisoned_delivery_waits_for_its_retry_and_holds_nobody_up()
    {
        const int Seed = 21;
        var history = new OrderHistory(Seed);
        await using var silo = await TestSilo.StartAsync(_simulator, _folder.DatabasePath);
        var tenant = await silo.ConnectAsync(TestSilo.Shop);
        TenantScope.Enter(tenant);

        await Append(silo, tenant, ["{\"id\": \"no number\""u8.ToArray()], 1_000_000);
        await Append(silo, tenant, history.Deliveries, 0);
        await Ingest(silo, tenant).Drain();

        await AssertFigures(silo, tenant, history, Seed);
        var depth = await silo.Database.Inbox.MeasureAsync(CancellationToken.None);
        Assert.Equal((1L, 0L), (depth.Waiting, depth.Dead));
    }

    private static ITenantIngestGrain Ingest(TestSilo silo, TenantId tenant) => silo.Grains.GetGrain<ITenantIngestGrain>(tenant.Value);

    /// <summary>Also what the dying silo put off when it lost its grains one after another: that is due some seconds later.</summary>
    private static async Task DrainAll(TestSilo silo, TenantId tenant)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        do
        {
            await Ingest(silo, tenant).Drain(limit.Token);
            await Task.Delay(50, limit.Token);
        }
        while ((await silo.Database.Inbox.MeasureAsync(limit.Token)).Waiting > 0);
    }

    private static async Task Append(TestSilo silo, TenantId tenant, IReadOnlyList<byte[]> bodies, int firstId)
    {
        var now = TimeProvider.System.GetUtcNow();
        await Task.WhenAll(bodies.Select((body, i) => silo.Database.Inbox.AppendAsync(
            new InboxDelivery(tenant, $"webhook-{firstId + i}", "orders/updated", null, now, body), CancellationToken.None)));
    }

    private static async Task AssertFigures(TestSilo silo, TenantId tenant, OrderHistory history, int seed)
    {
        var changes = await silo.Database.Facts.ReadChangesAsync(tenant, 0, 1_000, CancellationToken.None);
        var actual = changes.Where(c => c.Metrics.Eligible).ToDictionary(c => c.CustomerId, c => (c.Metrics.OrdersCount, c.Metrics.TotalSpentMinor));
        var expected = history.Expected();
        Assert.True(expected.Count == actual.Count && expected.All(e => actual.TryGetValue(e.Key, out var a) && a == e.Value), $"seed {seed}");
        Assert.Empty(await silo.Database.Facts.ReadTouchedAsync(tenant, 0, 1, CancellationToken.None));
        var report = await silo.Insights(tenant).GetRfm();
        Assert.Equal((expected.Count, expected.Values.Sum(e => e.SpentMinor)), (report.Eligible, report.Scores.Sum(s => s.RevenueMinor)));
    }
}
