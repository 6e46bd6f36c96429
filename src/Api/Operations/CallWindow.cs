using System.Collections.Concurrent;
using XSight.Web.Operations;

namespace XSight.Api.Operations;

/// <summary>Calls of grains by type and method over the last minutes, in bounded memory: about 9 kB a method.</summary>
internal sealed class CallWindow(TimeProvider time)
{
    /// <summary>Methods beyond it are not told apart any more: more than the program has.</summary>
    public const int MethodsMax = 512;


    private const int Slices = 10;
    private static readonly TimeSpan SliceLength = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan Length = SliceLength * Slices;

    private readonly ConcurrentDictionary<(string Type, string Method), CallTally> _tallies = new();
    private readonly long _began = time.GetTimestamp();

    /// <summary>Starts at one window, so that no slice is mistaken for the zero of an unused one.</summary>
    private long Slice => Slices + (time.GetElapsedTime(_began).Ticks / SliceLength.Ticks);

    public void Call(string type, string method, double seconds) => TallyOf(type, method)?.Call(Slice, seconds);

    public void Failure(string type, string method) => TallyOf(type, method)?.Failure(Slice);

    /// <summary>Busiest first; methods without a call in the window are left out.</summary>
    public IReadOnlyList<CallFigures> Read()
    {
        var slice = Slice;
        return [.. _tallies
            .Select(one => (one.Key, Sum: one.Value.Sum(slice)))
            .Where(one => one.Sum.Calls > 0)
            .Select(one => new CallFigures(one.Key.Type, one.Key.Method, one.Sum.Calls, one.Sum.Median, one.Sum.P99, one.Sum.Failures))
            .OrderByDescending(one => one.Calls)
            .ThenBy(one => one.GrainType, StringComparer.Ordinal)
            .ThenBy(one => one.Method, StringComparer.Ordinal)];
    }

    private CallTally? TallyOf(string type, string method)
    {
        if (_tallies.TryGetValue((type, method), out var known))
        {
            return known;
        }

        return _tallies.Count < MethodsMax ? _tallies.GetOrAdd((type, method), _ => new CallTally(Slices)) : null;
    }
}
