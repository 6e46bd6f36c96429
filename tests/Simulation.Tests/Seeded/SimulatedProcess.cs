using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.InProcess;
using Orleans.Runtime;
using Orleans.Streams;
using XSight.Grains.Hosting;
using XSight.Grains.Hosting.InProcess;
using XSight.Grains.Security;
using XSight.Shopify;
using XSight.Simulation.Tests.Shop;
using XSight.Storage;

namespace XSight.Simulation.Tests.Seeded;

/// <summary>
/// XSight without its web face in a simulated process: the real grains and their background services, and a real SQLite file whose
/// connections run in the simulation's turns too.
/// </summary>
internal sealed class SimulatedProcess
{
    public const string TimeZone = "America/New_York";

    public static readonly ShopDomain Shop = ShopDomain.Parse("simulated.myshopify.com");
    public static readonly TenantId Tenant = TenantId.Parse("t-aaaaaaaaaaaa");

    private static readonly byte[] EncryptionKey = [.. Enumerable.Range(0, SecretBox.KeyBytes).Select(i => (byte)i)];
    private static readonly MethodInfo ExecuteAsync = typeof(BackgroundService).GetMethod("ExecuteAsync", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly SimulatedScheduler _scheduler;
    private readonly ProcessLife _life = new();
    private readonly List<TaskScheduler> _threads = [];

    /// <summary>Held for as long as the process is: a timer that nobody holds ends when the garbage collector likes, and no seed says when.</summary>
    private readonly List<Task> _background = [];
    private readonly ServiceProvider _services;
    private readonly IDatabase _plain;

    public SimulatedProcess(SimulatedScheduler scheduler, string path, IShopifyAdminFactory store, Weather weather, DoneDeliveries done, Trace trace)
    {
        _scheduler = scheduler;
        _plain = Open(scheduler, path);
        Database = FaultyStore.Around(_plain, new StorageConditions(scheduler, weather, _life, done, trace));
        var services = new ServiceCollection();
        services.AddLogging(logs => logs.AddProvider(trace));
        services.AddSingleton(scheduler.Time);
        services.AddSingleton(Database);
        services.AddShopify(new ShopifyOptions { ApiKey = "key", ApiSecret = "secret", AppUrl = new Uri("https://xsight.example") });
        services.AddSingleton(store);
        services.AddXSightGrains(EncryptionKey);
        services.AddXSightInProcess(options => options.Scheduler = scheduler);
        services.AddSingleton<IIncomingGrainCallFilter>(new FaultyCalls(scheduler, weather, _life, trace));
        _services = services.BuildServiceProvider();
        StartServices();
    }

    public bool IsOver => _life.IsOver;

    public IGrainFactory Grains => Host;

    /// <summary>As the process sees it, faults and all.</summary>
    public IDatabase Database { get; }

    /// <summary>As it is, for whoever checks.</summary>
    public IDatabase Truth => _plain;

    public GrainHost Host => _services.GetRequiredService<GrainHost>();

    public ITenantGrain TenantGrain => Grains.GetGrain<ITenantGrain>(Tenant.Value);

    public IInsightsGrain Insights => Grains.GetGrain<IInsightsGrain>(Tenant.Value);

    /// <summary>What the front door does with a delivery whose signature is good. True when it is acknowledged.</summary>
    public async Task<bool> TakeAsync(Delivery delivery, int hints)
    {
        var arrived = new InboxDelivery(Tenant, delivery.WebhookId, delivery.Topic, delivery.TriggeredAt, _scheduler.Time.GetUtcNow(), delivery.Body);
        var seq = await Database.Inbox.AppendAsync(arrived, CancellationToken.None);
        for (var i = 0; seq is not null && i < hints && !IsOver; i++)
        {
            TenantScope.Enter(Tenant);
            await Host.GetStreamProvider(StreamNames.Provider)
                .GetStream<WebhooksArrived>(StreamId.Create(StreamNames.Webhooks, Tenant.Value))
                .OnNextAsync(new WebhooksArrived(Tenant, seq!.Value));
        }

        return !IsOver;
    }

    /// <summary>Ends it as SIGKILL does. What it had asked of the database may still be done, or not at all.</summary>
    public void Crash(bool dropsWhatIsAsked)
    {
        _life.End(dropsWhatIsAsked);
        _threads.ForEach(SimulatedScheduler.Kill);
        Host.KillActivations();
        Host.Dispose();
        _scheduler.Run(() => _plain.DisposeAsync().AsTask());
    }

    private static IDatabase Open(SimulatedScheduler scheduler, string path)
    {
        IDatabase? database = null;
        scheduler.Run(async () => database = new RelationalDatabase(await SqliteEngine.OpenAsync(
            path, scheduler.Time, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, (_, _) => scheduler.NewThread(), CancellationToken.None)));
        return database!;
    }

    /// <summary>Background services run in turns of the simulation, where the host would give them the thread pool.</summary>
    private void StartServices()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            if (service is BackgroundService background)
            {
                var thread = _scheduler.NewThread();
                _threads.Add(thread);
                _ = SimulatedScheduler.Start(() => Keep((Task)ExecuteAsync.Invoke(background, [CancellationToken.None])!), thread);
            }
            else
            {
                _scheduler.Run(() => service.StartAsync(CancellationToken.None));
            }
        }
    }

    private Task Keep(Task background)
    {
        _background.Add(background);
        return background;
    }
}
