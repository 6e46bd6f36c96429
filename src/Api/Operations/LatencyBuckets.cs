namespace XSight.Api.Operations;

/// <summary>Latencies in buckets that grow by a factor of about 1.19 from a microsecond to over a minute: a quantile is off by a tenth at most.</summary>
internal static class LatencyBuckets
{
    public const int Count = 108;

    private const int PerOctave = 4;
    private const double FirstSeconds = 1e-6;

    public static int Of(double seconds) =>
        seconds <= FirstSeconds ? 0 : Math.Min(Count - 1, (int)Math.Ceiling(Math.Log2(seconds / FirstSeconds) * PerOctave));

    /// <summary>The value below which the share of the counted lies; zero when nothing was counted.</summary>
    public static TimeSpan Quantile(ReadOnlySpan<long> counts, double share)
    {
        long total = 0;
        foreach (var count in counts)
        {
            total += count;
        }

        var rank = (long)Math.Ceiling(total * share);
        for (var bucket = 0; rank > 0 && bucket < counts.Length; bucket++)
        {
            rank -= counts[bucket];
            if (rank <= 0)
            {
                return MiddleOf(bucket);
            }
        }

        return TimeSpan.Zero;
    }

    private static TimeSpan MiddleOf(int bucket) => TimeSpan.FromSeconds(FirstSeconds * Math.Pow(2, (bucket - 0.5) / PerOctave));
}
