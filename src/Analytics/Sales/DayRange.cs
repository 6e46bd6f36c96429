namespace XSight.Analytics.Sales;

/// <summary>Days, both ends included.</summary>
public readonly record struct DayRange(int From, int To)
{
    public int Days => To - From + 1;

    /// <summary>Days that were asked for; what was left open is the first counted order's day, and today.</summary>
    /// <exception cref="ArgumentException">The range is empty or longer than <see cref="SalesLimits.DaysMax"/>.</exception>
    public static DayRange Of(int? from, int? to, SalesStamp stamp)
    {
        var last = to ?? Math.Max(stamp.Today, from ?? stamp.Today);
        var first = from ?? Math.Max(Math.Min(stamp.FirstDay ?? last, last), last - SalesLimits.DaysMax + 1);
        return Of(first, last);
    }

    /// <inheritdoc cref="Of(int?, int?, SalesStamp)"/>
    public static DayRange Of(int from, int to)
    {
        if (to < from || to - from >= SalesLimits.DaysMax)
        {
            throw new ArgumentException($"Days {from} to {to} are not a range of 1 to {SalesLimits.DaysMax} days.");
        }

        return new DayRange(from, to);
    }

    public bool Contains(int day) => (uint)(day - From) <= (uint)(To - From);
}
