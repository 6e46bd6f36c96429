using System.Reflection;
using Orleans.Runtime;
using XSight.Grains.Webhooks;
using XSight.ShopifySimulator;
using XSight.Storage;

namespace XSight.Grains.Tests.Webhooks;

/// <summary>Deliveries whose grain call is lost with its silo: put off, and not charged with it; but not for ever.</summary>
public sealed class LostCallTests : IAsyncLifetime
{
    private static readonly TimeSpan JustBefore = LostCalls.Pause - TimeSpan.FromMilliseconds(1);

    private readonly StoreFolder _folder = new();
    private readonly StandingTime _time = new();
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SmallStore.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(Loss.Refused)]
    [InlineData(Loss.Unanswered)]
    public async Task A_call_lost_with_its_silo_is_no_failure_of_the_delivery(Loss loss)
    {
        var losses = RetryPolicy.AttemptsMax;
        await using var silo = await StartAsync(() => losses-- > 0 ? ErrorOf(loss) : null);
        var tenant = await AppendAsync(silo);

        for (var lost = 0; lost < RetryPolicy.AttemptsMax; lost++)
        {
            await DrainAsync(silo, tenant);
            Assert.Empty(await DueAsync(silo, tenant, JustBefore));
            Assert.Equal(0, Assert.Single(await DueAsync(silo, tenant, LostCalls.Pause)).Attempts);
            _time.Advance(LostCalls.Pause);
        }

        await DrainAsync(silo, tenant);
        var depth = await silo.Database.Inbox.MeasureAsync(CancellationToken.None);
        Assert.Equal((0L, 0L), (depth.Waiting, depth.Dead));
    }

    [Fact]
    public async Task A_delivery_whose_calls_are_always_lost_is_set_aside_in_the_end()
    {
        await using var silo = await StartAsync(() => ErrorOf(Loss.Unanswered));
        var tenant = await AppendAsync(silo);

        for (var attempt = 1; attempt < LostCalls.ForgivenMax + RetryPolicy.AttemptsMax; attempt++)
        {
            await DrainAsync(silo, tenant);
            var waits = Assert.Single(await DueAsync(silo, tenant, RetryPolicy.PauseAfter(RetryPolicy.AttemptsMax)));
            Assert.Equal(Math.Max(0, attempt - LostCalls.ForgivenMax), waits.Attempts);
            _time.Advance(RetryPolicy.PauseAfter(RetryPolicy.AttemptsMax));
        }

        await DrainAsync(silo, tenant);
        Assert.Single(await silo.Database.Inbox.ListDeadAsync(null, 10, CancellationToken.None));
    }

    [Fact]
    public async Task Any_other_failure_counts()
    {
        await using var silo = await StartAsync(() => new InvalidOperationException("The customer's own."));
        var tenant = await AppendAsync(silo);

        await DrainAsync(silo, tenant);

        Assert.Equal(1, Assert.Single(await DueAsync(silo, tenant, RetryPolicy.PauseAfter(1))).Attempts);
    }

    private static Exception ErrorOf(Loss loss) => loss switch
    {
        Loss.Unanswered => new TimeoutException("Nobody answered in time."),
        _ => (Exception)Activator.CreateInstance(
            typeof(OrleansMessageRejectionException),
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic,
            null,
            ["The silo is gone."],
            null)!, // Orleans keeps its constructor to itself
    };

    private static async Task DrainAsync(TestSilo silo, TenantId tenant)
    {
        TenantScope.Enter(tenant);
        await silo.Grains.GetGrain<ITenantIngestGrain>(tenant.Value).Drain();
    }

    private Task<TestSilo> StartAsync(Func<Exception?> loss) =>
        TestSilo.StartAsync(_simulator, _folder.DatabasePath, time: _time, between: database => LosingFacts.Between(database, loss));

    /// <summary>A connected store with one order of one customer in its inbox.</summary>
    private async Task<TenantId> AppendAsync(TestSilo silo)
    {
        var tenant = await silo.ConnectAsync(TestSilo.Shop);
        var body = """{"id":1,"name":"#1","currency":"USD","created_at":"2026-03-01T09:00:00Z","processed_at":"2026-03-01T09:00:00Z","updated_at":"2026-03-01T09:00:00Z","cancelled_at":null,"test":false,"financial_status":"paid","total_price":"10.00","current_total_price":"10.00","customer":{"id":7}}"""u8.ToArray();
        await silo.Database.Inbox.AppendAsync(new InboxDelivery(tenant, "webhook-1", "orders/create", null, _time.GetUtcNow(), body), CancellationToken.None);
        return tenant;
    }

    private Task<IReadOnlyList<InboxItem>> DueAsync(TestSilo silo, TenantId tenant, TimeSpan later) =>
        silo.Database.Inbox.ReadDueAsync(tenant, _time.GetUtcNow() + later, 10, [], CancellationToken.None);

    public enum Loss
    {
        Refused,
        Unanswered,
    }
}
