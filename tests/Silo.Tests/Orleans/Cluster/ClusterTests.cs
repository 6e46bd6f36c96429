using System.Text.Json;
using XSight.Api.Tests.Support;
using XSight.Simulation.Tests.Kill;
using XSight.Simulation.Tests.Shop;
using XSight.Simulation.Tests.Support;
using XSight.Storage;
using XSight.Testing.Postgres;

namespace XSight.Silo.Tests.Cluster;

/// <summary>
/// Two silos and an API as processes, under webhooks and a sync. Both silos go, one after the other, and a third comes between: whichever
/// held the tenant's grains, it was lost once. In the end everything is as brute force over the shop says. XSIGHT_SEED=n repeats a shop.
/// </summary>
public sealed class ClusterTests : IAsyncLifetime
{
    private const int ChangesInPortion = 250;
    private const int RefundsInPortion = 5;
    private const long FirstMadeUpId = 9_000_000_000;
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RestWithin = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan FiguresWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(250);

    private readonly int _seed = Seeds.OnlyOrAny;
    private RunningCluster _cluster = null!;
    private MadeUpShop _shop = null!;
    private Postman _postman = null!;
    private Visitor _merchant = null!;

    public async ValueTask InitializeAsync()
    {
        try
        {
            _cluster = await RunningCluster.StartAsync();
        }
        catch (Exception lack) when (lack is PostgresUnavailableException or RedisUnavailableException && !PostgresUnavailableException.IsFault)
        {
            Assert.Skip(lack.Message);
        }

        _shop = new MadeUpShop(new Random(_seed), TimeProvider.System.GetUtcNow().AddDays(-300), FirstMadeUpId) { TellsByPointers = false };
        _postman = new Postman(_cluster.Address, SimulatorSide.ShopName, SimulatorSide.ApiSecret, new Random(_seed + 1));
        _merchant = new Visitor(_cluster.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _merchant?.Dispose();
        _postman?.Dispose();
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }

    [Fact]
    public Task Silos_killed_under_load_lose_nothing_and_double_nothing() => LoseSilosAsync(silo => silo.KillAsync(EndWithin));

    [Fact]
    public Task Silos_stopped_under_load_hand_over_what_they_hold() =>
        LoseSilosAsync(async silo => Assert.True(await silo.TerminateAsync(EndWithin) == 0, silo.Told()));

    [Fact]
    public async Task Without_any_silo_webhooks_are_accepted_all_the_same()
    {
        var only = await _cluster.StartSiloAsync();
        await _cluster.StartApiAsync();
        await ConnectAsync();
        await RestAsync();
        await only.KillAsync(EndWithin);

        await _postman.DeliverAsync(await PortionAsync());
        using var door = await _merchant.GetAsync("/health/door");
        await _cluster.StartSiloAsync();

        Assert.True(door.IsSuccessStatusCode, await door.Content.ReadAsStringAsync());
        await RestAsync();
        await CheckAsync();
    }

    private async Task LoseSilosAsync(Func<RunningPart, Task> lose)
    {
        var silos = await Task.WhenAll(_cluster.StartSiloAsync(), _cluster.StartSiloAsync());
        await _cluster.StartApiAsync();
        await ConnectAsync();

        await _postman.DeliverAsync(await PortionAsync());
        await _postman.DeliverAsync(await PortionAsync(), midway: async () =>
        {
            await lose(silos[0]);
            await _cluster.StartSiloAsync();
        });
        await RestAsync();
        await _postman.DeliverAsync(await PortionAsync(), midway: () => lose(silos[1]));
        await _postman.DeliverAsync(await PortionAsync());

        await RestAsync();
        await CheckAsync();
    }

    /// <summary>Signs up and connects; the first sync begins with that.</summary>
    private async Task ConnectAsync()
    {
        using var signedUp = await _merchant.PostAsync("/api/auth/signup", new { name = "A merchant", email = "owner@cluster.example", password = Visitor.Password });
        Assert.True(signedUp.IsSuccessStatusCode, await signedUp.Content.ReadAsStringAsync());
        using var connected = await _merchant.GetAsync($"/auth?shop={SimulatorSide.ShopName}", follow: true);
        Assert.True(connected.IsSuccessStatusCode, await connected.Content.ReadAsStringAsync());
    }

    private async Task<List<Delivery>> PortionAsync()
    {
        var portion = Enumerable.Range(0, ChangesInPortion).SelectMany(_ => _shop.Change()).ToList();
        for (var refund = 0; refund < RefundsInPortion; refund++)
        {
            portion.Add((await _cluster.Store.RefundAsync())!);
        }

        return portion;
    }

    /// <summary>Until nothing waits and no sync runs; the one that began must have come to its end.</summary>
    private async Task RestAsync()
    {
        using var patience = new CancellationTokenSource(RestWithin);
        using var beat = new PeriodicTimer(PollEvery);
        await using var database = await Database.OpenAsync(_cluster.DatabaseUrl, TimeProvider.System, patience.Token);
        while (true)
        {
            var status = await _merchant.ReadAsync("/api/v1/tenants/me/sync-status");
            var waiting = (await database.Inbox.MeasureAsync(patience.Token)).Waiting;
            if (status.GetProperty("active").ValueKind == JsonValueKind.Null && waiting == 0)
            {
                Assert.Equal("completed", status.GetProperty("last").GetProperty("phase").GetString());
                return;
            }

            Assert.True(!patience.IsCancellationRequested, $"seed {_seed}: {waiting} deliveries wait; the sync is {status}");
            await beat.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private async Task CheckAsync()
    {
        var (customers, orders) = await _cluster.Store.ReadAsync();
        var oracle = new Oracle(
            customers.Concat(_shop.Customers.Values).ToDictionary(c => c.Id),
            orders.Concat(_shop.Orders.Values).ToDictionary(o => o.Id),
            SimulatorSide.TimeZone);
        await using var database = await Database.OpenAsync(_cluster.DatabaseUrl, TimeProvider.System, CancellationToken.None);
        var (tenant, _) = Assert.Single(await database.Tenants.ListAsync(CancellationToken.None));

        var wrong = await oracle.DifferencesAsync(database, tenant);
        wrong.AddRange(await FigureDifferencesAsync(oracle));
        wrong.AddRange((await database.Inbox.ListDeadAsync(null, 10, CancellationToken.None)).Select(dead => $"{dead.Item.Delivery.WebhookId} is dead: {dead.Error}"));

        Assert.True(wrong.Count == 0, $"seed {_seed}, {_postman.Acknowledged.Count} acknowledged:\n{string.Join('\n', wrong.Take(10))}");
        Assert.True(_postman.Refusals.Count == 0, $"seed {_seed}, refused: {string.Join(", ", _postman.Refusals.Take(10))}");
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {_seed}: {_postman.Acknowledged.Count} deliveries acknowledged, {_shop.Orders.Count} orders made up");
    }

    /// <summary>The population in memory follows the database within its slow beat; what differs after that is wrong.</summary>
    private async Task<List<string>> FigureDifferencesAsync(Oracle oracle)
    {
        using var patience = new CancellationTokenSource(FiguresWithin);
        using var beat = new PeriodicTimer(PollEvery);
        while (true)
        {
            List<string> wrong = [.. oracle.Differences(RfmAnswer.Parse(await _merchant.ReadAsync("/api/v1/analytics/rfm")))];
            if (wrong.Count == 0 || patience.IsCancellationRequested)
            {
                return wrong;
            }

            await beat.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
