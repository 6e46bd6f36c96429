using System.Collections.Immutable;

namespace XSight.Storage;

/// <summary>The thresholds as parameters <c>r1</c> to <c>m4</c>.</summary>
internal static class ScoreParameters
{
    private const int Thresholds = 4;

    public static (string Name, object? Value)[] Of(RfmThresholds thresholds) =>
        [.. Of("r", thresholds.Recency), .. Of("f", thresholds.Frequency), .. Of("m", thresholds.Monetary)];

    /// <summary>Where nobody was eligible when the thresholds were taken, nothing is above one: the score is 1.</summary>
    private static IEnumerable<(string Name, object? Value)> Of(string dimension, ImmutableArray<long> thresholds) =>
        Enumerable.Range(1, Thresholds).Select(k => ($"{dimension}{k}", (object?)(thresholds.IsDefaultOrEmpty ? long.MaxValue : thresholds[k - 1])));
}
