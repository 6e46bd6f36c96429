using Orleans.InProcess;
using Orleans.Runtime;
using XSight.Simulation.Tests.Shop;

namespace XSight.Simulation.Tests.Seeded;

/// <summary>
/// A shop's life under one seed, from its connection to the calm after the storm: webhooks doubled and in any order, a sync, faults of
/// every kind, crashes at any turn. In the end everything the shop was told is taken must be there, once.
/// </summary>
internal sealed class Simulation : IDisposable
{
    private const int StepsMax = 2_000_000;
    private const int StepsBeforeLastCrashMax = 150;
    private const int CalmRoundsMax = 60;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan CalmRound = TimeSpan.FromSeconds(20);

    /// <summary>Longer than the slow beat of the population, and than a caller waits for an answer.</summary>
    private static readonly TimeSpan LastRound = TimeSpan.FromSeconds(60);

    private readonly int _seed;
    private readonly string _path;
    private readonly Random _random;
    private readonly SimulatedScheduler _scheduler;
    private readonly MadeUpShop _shop;
    private readonly Weather _weather;
    private readonly SimulatedStore _store;
    private readonly DoneDeliveries _done = new();
    private readonly Trace _trace;
    private readonly HashSet<string> _poison = [];
    private readonly List<SimulatedProcess> _dead = [];
    private SimulatedProcess _process;
    private int _unacknowledged;
    private SyncRunId? _run;
    private string _leftOver = "";

    public Simulation(int seed, string folder, bool isTraced = false)
    {
        (_seed, _path, _random) = (seed, Path.Combine(folder, $"{seed}-{Guid.NewGuid():n}.db"), new Random(seed));
        _scheduler = new SimulatedScheduler(seed, Start);
        _trace = new Trace(isTraced) { Now = () => $"{_scheduler.Time.GetUtcNow() - Start} {_scheduler.Turns}" };
        _weather = new Weather(_random);
        _shop = new MadeUpShop(_random, Start.AddDays(-100));
        _store = new SimulatedStore(_shop, _scheduler, _weather);
        _process = NewProcess();
    }

    public IReadOnlyList<string> Trace => _trace.Lines;

    public int Strays => _scheduler.Strays;

    public string Conditions => _weather.ToString();

    /// <summary>What is wrong in the end; empty when nothing is.</summary>
    public List<string> Run()
    {
        _shop.MakeHistory(_random.Next(1, 6), _random.Next(30));
        _scheduler.Run(ConnectAsync);
        _weather.Storms = true;
        Storm();
        _weather.Storms = false;
        List<string> wrong = [.. Calm(), .. _done.Violations];
        if (wrong.Count == 0)
        {
            _scheduler.Run(async () => wrong.AddRange(await DifferencesAsync()));
        }

        return wrong;
    }

    public void Dispose()
    {
        _process.Crash(dropsWhatIsAsked: true);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_path)!, Path.GetFileName(_path) + "*"))
        {
            File.Delete(file);
        }
    }

    private SimulatedProcess NewProcess() => new(_scheduler, _path, _store, _weather, _done, _trace);

    private async Task ConnectAsync()
    {
        TenantScope.Enter(SimulatedProcess.Tenant);
        Assert.True(UserKey.TryFromEmail("owner@example.com", out var owner));
        await _process.TenantGrain.Create(owner, "A shop");
        await _process.Truth.Tenants.BindShopAsync(SimulatedProcess.Tenant, SimulatedProcess.Shop, CancellationToken.None);
        await _process.TenantGrain.Connect(SimulatedStore.Connection);
    }

    /// <summary>Everything at once, turn by turn, until the shop has said all it has to say.</summary>
    private void Storm()
    {
        var life = _scheduler.Start(LiveAsync);
        var merchant = _scheduler.Start(SyncAsync);
        var crashes = Moments(_weather.Crashes);
        var partial = Moments(_weather.PartialCrashes);
        var deactivations = Moments(_weather.Deactivations);
        for (var step = 0; !life.IsCompleted || !merchant.IsCompleted || _unacknowledged > 0; step++)
        {
            Assert.True(step < StepsMax, $"seed {_seed}: the storm does not end");
            Assert.True(_scheduler.Step(DateTimeOffset.MaxValue), $"seed {_seed}: nothing moves any more");
            if (crashes.Remove(step))
            {
                Restart();
            }

            if (partial.Remove(step))
            {
                _trace.Note("a part of the activations is killed");
                var half = _random.Next(3);
                _process.Host.KillActivations(grain => half == 0 || grain.ToString().Length % 2 == half - 1 || _random.Next(3) == 0);
            }

            if (deactivations.Remove(step))
            {
                Deactivate();
            }
        }

        life.GetAwaiter().GetResult();
        if (_weather.EndsInCrash)
        {
            // Nobody says anything any more that would wake whatever this interrupts.
            for (var step = _random.Next(StepsBeforeLastCrashMax); step > 0; step--)
            {
                _scheduler.Step(DateTimeOffset.MaxValue);
            }

            Restart();
        }
    }

    private HashSet<int> Moments(int count) => [.. Enumerable.Range(0, count).Select(_ => _random.Next(10_000))];

    private void Restart()
    {
        _trace.Note("the process is killed");
        _process.Crash(_random.Next(2) == 0);
        _dead.Add(_process);
        _weather.Storms = false; // what fails at its start is started again
        _process = NewProcess();
        _weather.Storms = true;
    }

    private void Deactivate()
    {
        var tenant = SimulatedProcess.Tenant.Value;
        var grain = _random.Next(5) switch
        {
            0 => GrainId.Create("tenant", tenant),
            1 => GrainId.Create("insights", tenant),
            2 when _run is { } run => GrainId.Create("sync-run", $"{tenant}/{run}"),
            3 => GrainId.Create("customer", $"{tenant}/{1_001 + _random.Next(8)}"),
            _ => GrainId.Create("tenant-ingest", tenant),
        };
        _trace.Note($"{grain.Type} is deactivated");
        _ = _process.Host.DeactivateAsync(grain);
    }

    /// <summary>The shop lives and tells what happens, each webhook by a messenger of its own.</summary>
    private async Task LiveAsync()
    {
        var changes = _random.Next(10, 90);
        for (var i = 0; i < changes; i++)
        {
            var told = (_weather.EndsInCrash && i == changes - 1 ? _shop.LastChange() : _shop.Change()).ToList();
            if (_random.Next(40) == 0)
            {
                told.Add(_shop.Poison());
                _poison.Add(told[^1].WebhookId);
            }

            foreach (var delivery in told.SelectMany(d => Enumerable.Repeat(d, 1 + _random.Next(3))))
            {
                _unacknowledged++;
                _ = _scheduler.Start(() => DeliverAsync(delivery));
            }

            await PauseAsync(_random.Next(4) == 0 ? 3_000 : 100);
        }
    }

    /// <summary>Sends until it is acknowledged, as Shopify does.</summary>
    private async Task DeliverAsync(Delivery delivery)
    {
        await PauseAsync(_random.Next(4) == 0 ? 20_000 : 300);
        while (!await TryDeliverAsync(delivery))
        {
            await PauseAsync(5_000);
        }

        _unacknowledged--;
    }

    private async Task<bool> TryDeliverAsync(Delivery delivery)
    {
        var (process, hints) = (_process, _weather.Happens(_weather.LostHints) ? 0 : _weather.Happens(_weather.LostHints / 2) ? 2 : 1);
        try
        {
            // Whoever dies in the middle never answers: the connection is lost.
            var taken = process.TakeAsync(delivery, hints);
            while (!taken.IsCompleted && !process.IsOver)
            {
                await PauseAsync(100);
            }

            return !process.IsOver && await taken;
        }
        catch (Exception refused) when (refused is IOException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The merchant asks for a sync, and later perhaps for another one.</summary>
    private async Task SyncAsync()
    {
        await PauseAsync(20_000);
        await TrySyncAsync(SyncKind.Full);
        await PauseAsync(60_000);
        await TrySyncAsync(_random.Next(2) == 0 ? SyncKind.Full : SyncKind.Incremental);
    }

    private async Task TrySyncAsync(SyncKind kind)
    {
        TenantScope.Enter(SimulatedProcess.Tenant);
        try
        {
            _run = (await _process.TenantGrain.StartSync(kind).WaitAsync(TimeSpan.FromMinutes(2), _scheduler.Time)).Run ?? _run;
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            _trace.Note($"the merchant is told: {error.Message}");
        }
    }

    /// <summary>Waits until nothing is left to do. What a person would do by now is done: ask again for a sync that failed or stands still, and replay dead letters.</summary>
    private IEnumerable<string> Calm()
    {
        for (var round = 0; round < CalmRoundsMax; round++)
        {
            _scheduler.Advance(CalmRound);
            var isOver = false;
            _scheduler.Run(async () => isOver = await TryIsOverAsync());
            if (isOver)
            {
                _scheduler.Advance(LastRound);
                return [];
            }
        }

        return [$"it does not come to rest: {_leftOver}"];
    }

    private async Task<bool> TryIsOverAsync()
    {
        try
        {
            return await IsOverAsync();
        }
        catch (TimeoutException late)
        {
            // Somebody still waits for an answer of the storm.
            _leftOver = late.Message;
            return false;
        }
    }

    private async Task<bool> IsOverAsync()
    {
        TenantScope.Enter(SimulatedProcess.Tenant);
        var inbox = _process.Truth.Inbox;
        var depth = await inbox.MeasureAsync(CancellationToken.None);
        var wronglyDead = (await inbox.ListDeadAsync(null, 1_000, CancellationToken.None)).Where(d => !_poison.Contains(d.Item.Delivery.WebhookId)).ToList();
        foreach (var dead in wronglyDead)
        {
            await inbox.ReplayAsync(dead.Item.InboxSeq, CancellationToken.None);
        }

        var active = await _process.TenantGrain.GetActiveSync();
        var synced = (await _process.TenantGrain.Get())!.SyncedTo is not null;
        if (!synced || active is not null)
        {
            // Also wakes a run whose start was lost.
            await TrySyncAsync(SyncKind.Full);
        }

        _leftOver = $"{depth.Waiting} deliveries wait, {wronglyDead.Count} are dead by mistake, {(active is null ? "no sync runs" : "a sync runs")}, {(synced ? "" : "not ")}synced";
        return depth.Waiting == 0 && wronglyDead.Count == 0 && active is null && synced;
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync()
    {
        TenantScope.Enter(SimulatedProcess.Tenant);
        var oracle = new Oracle(_shop.Customers, _shop.Orders, SimulatedProcess.TimeZone);
        var wrong = await oracle.DifferencesAsync(_process.Truth, SimulatedProcess.Tenant);
        wrong.AddRange(oracle.Differences(await _process.Insights.GetRfm()));
        var dead = await _process.Truth.Inbox.ListDeadAsync(null, 1_000, CancellationToken.None);
        if (!_poison.SetEquals(dead.Select(d => d.Item.Delivery.WebhookId)))
        {
            wrong.Add($"{dead.Count} dead letters instead of {_poison.Count}");
        }

        return wrong;
    }

    private Task PauseAsync(int millisecondsBelow) => Task.Delay(TimeSpan.FromMilliseconds(_random.Next(millisecondsBelow)), _scheduler.Time);
}
