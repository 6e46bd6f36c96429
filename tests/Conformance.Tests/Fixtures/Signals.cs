using System.Collections.Concurrent;

namespace XSight.Conformance.Tests;

/// <summary>
/// What grains tell tests and tests tell grains beside the calls that are tested: both run in one process, in either runtime. Each name
/// is used by one test.
/// </summary>
public static class Signals
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource> Flags = [];
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<string>> Logs = [];
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Arrivals = [];

    /// <summary>Raises a flag; it stays up.</summary>
    public static void Raise(string flag) => FlagOf(flag).TrySetResult();

    public static bool IsRaised(string flag) => FlagOf(flag).Task.IsCompleted;

    /// <summary>Waits until the flag is up.</summary>
    public static Task Raised(string flag) => FlagOf(flag).Task.WaitAsync(ClusterFixture.Patience);

    /// <summary>Adds a line to a log.</summary>
    public static void Note(string log, string line)
    {
        Logs.GetOrAdd(log, _ => []).Enqueue(line);
        Arrivals.GetOrAdd(log, _ => new SemaphoreSlim(0)).Release();
    }

    public static string[] Lines(string log) => Logs.TryGetValue(log, out var lines) ? [.. lines] : [];

    /// <summary>Waits until the log has at least so many lines; a log is waited for once.</summary>
    public static async Task<string[]> LinesWhen(string log, int count)
    {
        var arrivals = Arrivals.GetOrAdd(log, _ => new SemaphoreSlim(0));
        for (var seen = 0; seen < count; seen++)
        {
            Assert.True(await arrivals.WaitAsync(ClusterFixture.Patience), $"'{log}' has {seen} of {count} lines: {string.Join(", ", Lines(log))}");
        }

        return Lines(log);
    }

    private static TaskCompletionSource FlagOf(string flag) =>
        Flags.GetOrAdd(flag, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
