using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.InProcess;

namespace XSight.Bench;

/// <summary>Calls a second of the in-process host, and what an idle activation costs. Bars: 500,000 calls a second, 300 bytes.</summary>
public sealed class CallsBenchmark : IBenchmark
{
    private const double CallsPerSecondMin = 500_000;
    private const double BytesPerActivationMax = 300;
    private const int Callers = 64;
    private const int CallsPerCaller = 40_000;
    private const int Rounds = 3;
    private const int Activations = 200_000;

    public string Name => "calls";

    public string Summary => "calls a second between grains and from clients, and bytes for an idle activation";

    public async Task<IReadOnlyDictionary<string, object>> RunAsync(string[] arguments)
    {
        using var host = Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        Console.WriteLine($"{Callers} callers, each awaiting one call after the other; best of {Rounds}; {Environment.ProcessorCount} cores");

        var betweenGrains = await Measure("grain to grain", caller => grains.GetGrain<ICallsGrain>($"from/{caller}").CallOther($"to/{caller}", CallsPerCaller));
        var fromClients = await Measure("client to grain", caller => Repeat(grains.GetGrain<ICallsGrain>($"client/{caller}").Add));
        var oneGrain = await Measure("clients to one grain", _ => Repeat(grains.GetGrain<ICallsGrain>("hot").Add));
        using var hotRival = new CallsRival();
        var rivals = Enumerable.Range(0, Callers).Select(_ => new CallsRival()).ToArray();
        var locked = await Measure("rival: async lock an object", caller => Repeat(rivals[caller].Add));
        var hotLocked = await Measure("rival: one async lock", _ => Repeat(hotRival.Add));
        var plain = await Measure("plain method, unprotected", caller => Repeat(rivals[caller].AddUnlocked));
        Array.ForEach(rivals, r => r.Dispose());

        var bytes = await BytesPerActivation(grains);
        Console.WriteLine($"{"idle activation, all included",-30} {bytes,14:N0} bytes (grain object, key and directory entry too)");
        await host.StopAsync();

        return new Dictionary<string, object>
        {
            ["grain_to_grain_per_s"] = Math.Round(betweenGrains),
            ["client_to_grain_per_s"] = Math.Round(fromClients),
            ["one_grain_per_s"] = Math.Round(oneGrain),
            ["async_lock_per_s"] = Math.Round(locked),
            ["one_async_lock_per_s"] = Math.Round(hotLocked),
            ["plain_per_s"] = Math.Round(plain),
            ["bytes_per_activation"] = Math.Round(bytes),
            ["holds"] = Math.Min(betweenGrains, fromClients) >= CallsPerSecondMin && bytes <= BytesPerActivationMax,
        };
    }

    private static IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddInProcessGrains(options => options.Assemblies.Add(typeof(CallsBenchmark).Assembly));
        return builder.Build();
    }

    private static async Task<double> Measure(string what, Func<int, Task> run)
    {
        var best = 0.0;
        for (var round = 0; round <= Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => run(caller))));
            var rate = Callers * (double)CallsPerCaller / Stopwatch.GetElapsedTime(start).TotalSeconds;
            best = round == 0 ? 0 : Math.Max(best, rate); // the first round warms up
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-30} {best,14:N0} calls/s {1e9 / best,10:N0} ns"));
        return best;
    }

    private static async Task Repeat(Func<long, Task<long>> call)
    {
        for (var i = 0; i < CallsPerCaller; i++)
        {
            await call(1);
        }
    }

    private static async Task<double> BytesPerActivation(IGrainFactory grains)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var index = 0; index < Activations; index++)
        {
            await grains.GetGrain<ICallsGrain>(string.Create(CultureInfo.InvariantCulture, $"idle/{index}")).Add(1);
        }

        return (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Activations;
    }
}
