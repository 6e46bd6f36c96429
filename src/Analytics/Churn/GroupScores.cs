using System.Collections.Immutable;

namespace XSight.Analytics.Churn;

/// <summary>The store's RFM groups by its thresholds of a moment: what the work list is filtered by.</summary>
public sealed class GroupScores
{
    private readonly RfmThresholds _thresholds;
    private readonly int[] _numbers;

    public GroupScores(RfmThresholds thresholds)
    {
        _thresholds = thresholds;
        Groups = [.. thresholds.Profile.Groups.Distinct()];
        _numbers = [.. thresholds.Profile.Groups.Select(g => Groups.IndexOf(g))];
    }

    public ImmutableArray<string> Groups { get; }

    public RfmProfileDefinition Profile => _thresholds.Profile;

    /// <summary>Number of the group among <see cref="Groups"/>.</summary>
    /// <param name="days">Days of the counted orders, rising.</param>
    /// <param name="nets">Their nets.</param>
    public int GroupOf(ReadOnlySpan<int> days, ReadOnlySpan<long> nets)
    {
        var spent = 0L;
        foreach (var net in nets)
        {
            spent += net;
        }

        var (r, f, m) = (Score(_thresholds.Recency, days[^1]), Score(_thresholds.Frequency, days.Length), Score(_thresholds.Monetary, spent));
        return _numbers[RfmProfileDefinition.IndexOf(r, f, m)];
    }

    private static int Score(ImmutableArray<long> thresholds, long value)
    {
        var score = 1;
        foreach (var threshold in thresholds)
        {
            score += value > threshold ? 1 : 0;
        }

        return score;
    }
}
