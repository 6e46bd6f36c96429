namespace XSight.Analytics.Rfm;

/// <summary>
/// The four thresholds of one dimension: the values at the places ceil(k·n/5), k = 1..4, of the n eligible customers' ascending order.
/// A value's score is one more than the thresholds it is strictly greater than, so equal values score equal.
/// </summary>
public readonly record struct Quintiles(long First, long Second, long Third, long Fourth)
{
    public const int Thresholds = 4;

    /// <summary>Of nobody: everything scores 1.</summary>
    public static readonly Quintiles Empty = new(long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue);

    public static Quintiles Of(OrderStatisticTree values)
    {
        var n = values.Count;
        return n == 0 ? Empty : new Quintiles(values.Select(Place(1, n)), values.Select(Place(2, n)), values.Select(Place(3, n)), values.Select(Place(4, n)));
    }

    /// <summary>ceil(k·n/5), from 1.</summary>
    public static int Place(int k, int n) => (int)((((long)k * n) + Thresholds) / RfmTriple.ScoreMax);

    /// <summary>1 to 5.</summary>
    public int Score(long value) =>
        1 + (value > First ? 1 : 0) + (value > Second ? 1 : 0) + (value > Third ? 1 : 0) + (value > Fourth ? 1 : 0);

    public long this[int k] => k switch
    {
        1 => First,
        2 => Second,
        3 => Third,
        4 => Fourth,
        _ => throw new ArgumentOutOfRangeException(nameof(k), k, "A dimension has the thresholds 1 to 4."),
    };
}
