using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.InProcess;
using Orleans.Runtime;

namespace XSight.Runtime.InProcess.Tests;

/// <summary>A host whose turns and time the test drives.</summary>
internal sealed class Simulation : IAsyncDisposable
{
    public const string Storage = "storage";
    public const string Streams = "streams";

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;

    public Simulation(int seed, Type[] grains, Action<InProcessGrainOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        Scheduler = new SimulatedScheduler(seed, Start);
        var collection = new ServiceCollection();
        collection.AddMemoryGrainStorage(Storage);
        services?.Invoke(collection);
        collection.AddInProcessGrains(options =>
        {
            options.Assemblies.Add(new GrainTypes(grains));
            options.StreamProviders.Add(Streams);
            options.Scheduler = Scheduler;
            configure?.Invoke(options);
        });
        _services = collection.BuildServiceProvider();
        Scheduler.Run(() => Host.StartAsync(CancellationToken.None));
    }

    public SimulatedScheduler Scheduler { get; }

    public GrainHost Host => _services.GetRequiredService<GrainHost>();

    public TGrain Grain<TGrain>(string key = "k")
        where TGrain : IGrainWithStringKey => Host.GetGrain<TGrain>(key);

    public T Get<T>(Func<Task<T>> call)
    {
        T result = default!;
        Scheduler.Run(async () => result = await call());
        return result;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
