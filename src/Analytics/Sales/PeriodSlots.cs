namespace XSight.Analytics.Sales;

/// <summary>From days to numbers of periods, by a table: a scan asks this for each order.</summary>
internal sealed class PeriodSlots
{
    public const int Outside = -1;

    private readonly int[] _slots;

    public PeriodSlots(DayRange whole)
    {
        FirstDay = whole.From;
        _slots = new int[whole.Days];
        Array.Fill(_slots, Outside);
    }

    /// <summary>No day before it is of a period.</summary>
    public int FirstDay { get; }

    /// <summary>By number; a period at the border of a range ends with the range.</summary>
    public List<DayRange> Periods { get; } = [];

    /// <summary>Gives numbers to the periods of a range, oldest first, on from those given.</summary>
    public void Add(DayRange range, CalendarPeriod by)
    {
        for (var from = range.From; from <= range.To;)
        {
            var to = Math.Min(range.To, CalendarPeriods.EndOf(from, by));
            Array.Fill(_slots, Periods.Count, from - FirstDay, to - from + 1);
            Periods.Add(new DayRange(from, to));
            from = to + 1;
        }
    }

    /// <summary><see cref="Outside"/> for a day of no period.</summary>
    public int Of(int day)
    {
        var at = day - FirstDay;
        return (uint)at < (uint)_slots.Length ? _slots[at] : Outside;
    }
}
