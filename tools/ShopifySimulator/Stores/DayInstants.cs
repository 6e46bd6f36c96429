namespace XSight.ShopifySimulator;

/// <summary>
/// Local times to instants and back for millions of orders: a time zone is asked once for a day whose offset does not change, and every
/// time on days when it does.
/// </summary>
internal sealed class DayInstants(ShopClock clock)
{
    private readonly Dictionary<DateTime, Day> _days = [];
    private readonly Dictionary<long, long> _endOfDay = [];

    public long Of(DateTime local)
    {
        var date = local.Date;
        if (!_days.TryGetValue(date, out var day))
        {
            var start = clock.ToInstant(date);
            day = new Day(start, clock.ToInstant(date.AddDays(1)) - start == (long)TimeSpan.FromDays(1).TotalSeconds);
            _days.Add(date, day);
        }

        return day.Even ? day.Start + (long)local.TimeOfDay.TotalSeconds : clock.ToInstant(local);
    }

    /// <summary>Seconds from an instant to the last second of its local day.</summary>
    public long SecondsToMidnight(long instant)
    {
        // Quarters of an hour: no time zone changes its day at a finer grain.
        var quarter = instant / 900;
        if (!_endOfDay.TryGetValue(quarter, out var end))
        {
            _endOfDay.Add(quarter, end = clock.EndOfDay(instant));
        }

        return end - instant;
    }

    private readonly record struct Day(long Start, bool Even);
}
