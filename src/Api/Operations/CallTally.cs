namespace XSight.Api.Operations;

/// <summary>One method's calls in slices of time; a slice is emptied when its turn comes again, so that the tally never grows.</summary>
internal sealed class CallTally(int slices)
{
    private readonly Lock _gate = new();
    private readonly long[] _numbers = new long[slices];
    private readonly long[] _failures = new long[slices];
    private readonly long[][] _latencies = [.. Enumerable.Range(0, slices).Select(_ => new long[LatencyBuckets.Count])];

    /// <param name="slice">Counts up with the clock.</param>
    public void Call(long slice, double seconds)
    {
        lock (_gate)
        {
            _latencies[Enter(slice)][LatencyBuckets.Of(seconds)]++;
        }
    }

    public void Failure(long slice)
    {
        lock (_gate)
        {
            _failures[Enter(slice)]++;
        }
    }

    /// <summary>Over the slices that are not older than the window.</summary>
    public (long Calls, long Failures, TimeSpan Median, TimeSpan P99) Sum(long slice)
    {
        var latencies = new long[LatencyBuckets.Count];
        long failures = 0;
        lock (_gate)
        {
            for (var at = 0; at < slices; at++)
            {
                if (_numbers[at] <= slice - slices)
                {
                    continue;
                }

                failures += _failures[at];
                for (var bucket = 0; bucket < latencies.Length; bucket++)
                {
                    latencies[bucket] += _latencies[at][bucket];
                }
            }
        }

        return (latencies.Sum(), failures, LatencyBuckets.Quantile(latencies, 0.5), LatencyBuckets.Quantile(latencies, 0.99));
    }

    private int Enter(long slice)
    {
        var at = (int)(slice % slices);
        if (_numbers[at] != slice)
        {
            _numbers[at] = slice;
            _failures[at] = 0;
            Array.Clear(_latencies[at]);
        }

        return at;
    }
}
