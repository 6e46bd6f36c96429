using System.Collections.Concurrent;
using XSight.Simulation.Tests.Support;

namespace XSight.Simulation.Tests.Seeded;

/// <summary>
/// XSIGHT_SEED=n runs that seed and no other and prints what happened in it; XSIGHT_SEEDS=n runs so many.
/// </summary>
public sealed class SimulationTests : IDisposable
{
    private const int SeedsByDefault = 1_000;
    private const int FailuresShown = 5;
    private const int DifferencesShown = 5;

    /// <summary>Memory where there is such a folder: nothing here asks what a disk keeps.</summary>
    private const string MemoryFolder = "/dev/shm";

    private readonly string _folder = Directory.Exists(MemoryFolder)
        ? Directory.CreateDirectory(Path.Combine(MemoryFolder, "xsight-seeds-" + Path.GetRandomFileName())).FullName
        : Directory.CreateTempSubdirectory("xsight-seeds-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_seed_ends_in_the_state_of_the_oracle()
    {
        if (Seeds.Only is { } only)
        {
            Assert.Empty(RunTraced(only));
            return;
        }

        var failures = new ConcurrentQueue<string>();
        var seeds = Seeds.Number("XSIGHT_SEEDS") ?? SeedsByDefault;
        var next = 0;
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            for (var seed = Interlocked.Increment(ref next); seed <= seeds && failures.Count < FailuresShown; seed = Interlocked.Increment(ref next))
            {
                if (Run(seed) is { Length: > 0 } failure)
                {
                    failures.Enqueue(failure);
                }
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(14)]
    [InlineData(159)]
    public void A_seed_gives_the_same_run_again(int seed)
    {
        using var first = new Simulation(seed, _folder, isTraced: true);
        using var second = new Simulation(seed, _folder, isTraced: true);

        first.Run();
        second.Run();

        Assert.True(first.Trace.Count > 500, $"Only {first.Trace.Count} lines.");
        Assert.Equal(first.Trace, second.Trace);
        Assert.Equal(0, first.Strays);
    }

    private string Run(int seed)
    {
        try
        {
            using var simulation = new Simulation(seed, _folder);
            var wrong = simulation.Run();
            return wrong.Count == 0 ? "" : $"XSIGHT_SEED={seed} ({simulation.Conditions}):\n{string.Join('\n', wrong.Take(DifferencesShown))}";
        }
        catch (Exception error)
        {
            return $"XSIGHT_SEED={seed}: {error}";
        }
    }

    private List<string> RunTraced(int seed)
    {
        using var simulation = new Simulation(seed, _folder, isTraced: true);
        try
        {
            return simulation.Run();
        }
        finally
        {
            TestContext.Current.TestOutputHelper?.WriteLine(simulation.Conditions);
            TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', simulation.Trace));
        }
    }
}
