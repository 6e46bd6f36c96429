using System.Text.Json;
using XSight.Api.Tests.Support;
using XSight.Simulation.Tests.Shop;
using XSight.Simulation.Tests.Support;
using XSight.Storage;

namespace XSight.Simulation.Tests.Kill;

/// <summary>
/// The program itself, killed again and again under load while it syncs. XSIGHT_KILLS=n kills so often; XSIGHT_SEED=n repeats the
/// shop's life and the moments, as far as a real machine repeats anything.
/// </summary>
public sealed class KillTests : IAsyncLifetime
{
    private const int KillsByDefault = 50;
    private const int AcknowledgedBetweenKillsMax = 120;
    private const int StartsKilledOneIn = 8;
    private const int StartMillisecondsMax = 1_500;
    private const string Email = "owner@killed.example";
    private const long FirstMadeUpId = 9_000_000_000;
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RestWithin = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(250);

    private readonly int _seed = Seeds.OnlyOrAny;
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = Ports.Free();
    private Random _random = null!;
    private MadeUpShop _shop = null!;
    private SimulatorSide _simulator = null!;
    private Visitor _merchant = null!;
    private RunningProgram _program = null!;

    private Uri Address => new($"http://localhost:{_port}");

    private string Database => "sqlite:" + _folder.PathOf("data/xsight.db");

    public async ValueTask InitializeAsync()
    {
        _random = new Random(_seed);
        _shop = new MadeUpShop(new Random(_seed), TimeProvider.System.GetUtcNow().AddDays(-300), FirstMadeUpId) { TellsByPointers = false };
        _simulator = await SimulatorSide.StartAsync(Address, _folder.PathOf("orders.csv"));
        _merchant = new Visitor(Address);
    }

    public async ValueTask DisposeAsync()
    {
        _program.Dispose();
        _merchant.Dispose();
        await _simulator.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_program_killed_at_any_moment_loses_nothing_and_doubles_nothing()
    {
        await ConnectAsync();
        var poison = Enumerable.Range(0, 3).Select(_ => _shop.Poison()).ToList();
        var first = new Queue<Delivery>(poison);
        using var messengers = new Messengers(Address, SimulatorSide.ShopName, SimulatorSide.ApiSecret, new Random(_seed + 1), () => first.TryDequeue(out var one) ? [one] : _shop.Change());
        var delivering = messengers.RunAsync();

        var kills = Seeds.Number("XSIGHT_KILLS") ?? KillsByDefault;
        for (var kill = 0; kill < kills; kill++)
        {
            await ReachKillAsync(messengers);
            await KillAsync();
            _program.Dispose();
            Start();
        }

        messengers.Close();
        await delivering.WaitAsync(RestWithin);
        await RestAsync();
        await CheckAsync(messengers, poison);
    }

    /// <summary>Signs up and connects; the first sync begins with that.</summary>
    private async Task ConnectAsync()
    {
        Start();
        await ReadyAsync();
        using var signedUp = await _merchant.PostAsync("/api/auth/signup", new { name = "A merchant", email = Email, password = Visitor.Password });
        Assert.True(signedUp.IsSuccessStatusCode, await signedUp.Content.ReadAsStringAsync());
        using var connected = await _merchant.GetAsync($"/auth?shop={SimulatorSide.ShopName}", follow: true);
        Assert.True(connected.IsSuccessStatusCode, await connected.Content.ReadAsStringAsync());
    }

    private async Task ReadyAsync()
    {
        using var patience = new CancellationTokenSource(StartWithin);
        while (true)
        {
            try
            {
                using var answer = await _merchant.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(AskEvery, patience.Token);
        }
    }

    private void Start() => _program = new RunningProgram(
        _folder,
        _port,
        demo: false,
        ("SHOPIFY_API_KEY", SimulatorSide.ApiKey),
        ("SHOPIFY_API_SECRET", SimulatorSide.ApiSecret),
        ("SHOPIFY_APP_URL", Address.GetLeftPart(UriPartial.Authority)),
        ("SHOPIFY_STORE_URL", _simulator.StoreUrl),

        // Without the older orders: the simulator knows nothing of the made-up shop's, and a comparison would rightly call them deleted.
        ("SCOPES", "read_customers,read_orders,read_products"),
        ("Logging__LogLevel__Default", "Warning"),
        ("Logging__LogLevel__Microsoft.Hosting.Lifetime", "Warning"),
        ("DOTNET_TieredPGO", "0"));

    /// <summary>Now and then somewhere in the start, else after some deliveries more; a refund and a sync are asked for on the way.</summary>
    private async Task ReachKillAsync(Messengers messengers)
    {
        if (_random.Next(StartsKilledOneIn) == 0)
        {
            await Task.Delay(_random.Next(StartMillisecondsMax));
            return;
        }

        await ReadyAsync();
        var reached = messengers.MoreAsync(1 + _random.Next(AcknowledgedBetweenKillsMax));
        if (await _simulator.RefundAsync() is { } refund)
        {
            messengers.Add(refund);
        }

        using var answer = await _merchant.PostAsync("/api/v1/tenants/me/sync", new { kind = _random.Next(2) == 0 ? "full" : "incremental" });
        await reached.WaitAsync(StartWithin);
        await Task.Delay(_random.Next(30));
    }

    private async Task KillAsync()
    {
        _program.Kill();
        await _program.EndAsync(StartWithin);
    }

    /// <summary>Until nothing waits and no sync runs. A sync that ended without success is asked for again, as its message says.</summary>
    private async Task RestAsync()
    {
        await ReadyAsync();
        using var patience = new CancellationTokenSource(RestWithin);
        using var beat = new PeriodicTimer(PollEvery);
        await using var database = await Storage.Database.OpenAsync(Database, TimeProvider.System, patience.Token);
        while (true)
        {
            var status = await _merchant.ReadAsync("/api/v1/tenants/me/sync-status");
            var isActive = status.GetProperty("active").ValueKind != JsonValueKind.Null;
            var isSynced = status.GetProperty("last") is { ValueKind: not JsonValueKind.Null } last && last.GetProperty("phase").GetString() == "completed";
            if (!isActive && isSynced && (await database.Inbox.MeasureAsync(patience.Token)).Waiting == 0)
            {
                return;
            }

            if (!isActive && !isSynced)
            {
                using var again = await _merchant.PostAsync("/api/v1/tenants/me/sync");
            }

            await beat.WaitForNextTickAsync(patience.Token);
        }
    }

    private async Task CheckAsync(Messengers messengers, List<Delivery> poison)
    {
        var oracle = await OracleAsync();
        var wrong = await RfmDifferencesAsync(oracle);
        await KillAsync();

        await using var database = await Storage.Database.OpenAsync(Database, TimeProvider.System, CancellationToken.None);
        var (tenant, _) = Assert.Single(await database.Tenants.ListAsync(CancellationToken.None));
        wrong.AddRange(await oracle.DifferencesAsync(database, tenant));
        var dead = await database.Inbox.ListDeadAsync(null, 1_000, CancellationToken.None);
        wrong.AddRange(dead.Select(d => d.Item.Delivery.WebhookId).Except(poison.Select(p => p.WebhookId)).Select(id => $"{id} is dead"));
        foreach (var id in messengers.Acknowledged)
        {
            var again = new InboxDelivery(tenant, id, "orders/updated", null, TimeProvider.System.GetUtcNow(), "{}"u8.ToArray());
            if (await database.Inbox.AppendAsync(again, CancellationToken.None) is not null)
            {
                wrong.Add($"{id} was acknowledged and is not known");
            }
        }

        Assert.True(wrong.Count == 0, $"seed {_seed}, {messengers.Acknowledged.Count} acknowledged:\n{string.Join('\n', wrong.Take(10))}");
        Assert.True(messengers.Refusals.Count == 0, $"seed {_seed}: {string.Join(", ", messengers.Refusals)}");
        Assert.Equal(poison.Count, dead.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {_seed}: {messengers.Acknowledged.Count} webhooks acknowledged, {_shop.Orders.Count} orders made up");
    }

    private async Task<Oracle> OracleAsync()
    {
        var (customers, orders) = await _simulator.ReadAsync();
        return new Oracle(
            customers.Concat(_shop.Customers.Values).ToDictionary(c => c.Id),
            orders.Concat(_shop.Orders.Values).ToDictionary(o => o.Id),
            SimulatorSide.TimeZone);
    }

    /// <summary>The population follows the database within its slow beat; what differs after that is wrong.</summary>
    private async Task<List<string>> RfmDifferencesAsync(Oracle oracle)
    {
        List<string> wrong;
        using var beat = new PeriodicTimer(PollEvery);
        var rounds = (int)(TimeSpan.FromSeconds(20) / PollEvery);
        do
        {
            wrong = [.. oracle.Differences(RfmAnswer.Parse(await _merchant.ReadAsync("/api/v1/analytics/rfm")))];
            await beat.WaitForNextTickAsync();
        }
        while (wrong.Count > 0 && --rounds > 0);
        return wrong;
    }
}
