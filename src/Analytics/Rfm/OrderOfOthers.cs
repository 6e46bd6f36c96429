namespace XSight.Analytics.Rfm;

/// <summary>One dimension's order as seen by one of its customers: all the others as they are, its own value free to change.</summary>
internal readonly struct OrderOfOthers(OrderStatisticTree values, long own)
{
    /// <summary>n, the customer included: a change of value changes nobody's number.</summary>
    public int Population => values.Count;

    /// <summary>How many others have a strictly smaller value.</summary>
    public int Below(long value) => values.CountBelow(value) - (own < value ? 1 : 0);

    /// <summary>The score, 1 to 5, that the customer would have with a value.</summary>
    public int ScoreOf(long value) => 1 + (int)Math.Min(Quintiles.Thresholds, (long)RfmTriple.ScoreMax * Below(value) / Population);

    /// <summary>How much greater the value must become for a score or a higher one, 0 where it is enough; null where no value reaches it.</summary>
    public long? MoreFor(int score)
    {
        if (score == 1)
        {
            return 0;
        }

        // So many others must lie strictly below: one more than the greatest of the smallest of them.
        var needed = Quintiles.Place(score - 1, Population);
        if (needed > Population - 1)
        {
            return null;
        }

        var atPlace = values.Select(needed);
        var greatest = own <= atPlace ? values.Select(needed + 1) : atPlace;
        return Math.Max(0, greatest + 1 - own);
    }
}
