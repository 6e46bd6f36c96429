using XSight.Analytics.Facts;

namespace XSight.Analytics.Sales;

/// <summary>Weeks, months, quarters and years of the wall calendar, by their first day; all days are since 1970-01-01.</summary>
public static class CalendarPeriods
{
    private const int DaysPerWeek = 7;
    private const int MonthsPerQuarter = 3;
    private const int MonthsPerYear = 12;

    /// <summary>The first day of the period that a day lies in.</summary>
    public static int StartOf(int day, CalendarPeriod by)
    {
        if (by is CalendarPeriod.Day)
        {
            return day;
        }

        if (by is CalendarPeriod.Week)
        {
            return ShopCalendar.MondayOf(day);
        }

        var date = ShopCalendar.DateOf(day);
        var months = MonthsOf(by);
        return ShopCalendar.DayOf(new DateOnly(date.Year, date.Month - ((date.Month - 1) % months), 1));
    }

    /// <summary>The last day of the period that a day lies in.</summary>
    public static int EndOf(int day, CalendarPeriod by) => Move(StartOf(day, by), by, 1) - 1;

    /// <summary>The first day of the period so many after the one that begins on <paramref name="start"/>; before it when negative.</summary>
    public static int Move(int start, CalendarPeriod by, int periods) => by switch
    {
        CalendarPeriod.Day => start + periods,
        CalendarPeriod.Week => start + (DaysPerWeek * periods),
        _ => ShopCalendar.DayOf(ShopCalendar.DateOf(start).AddMonths(MonthsOf(by) * periods)),
    };

    /// <summary>
    /// The same place so many periods earlier: the last day of a period stays a last day, any other keeps its distance from the first as
    /// far as the earlier period goes.
    /// </summary>
    public static int Back(int day, CalendarPeriod by, int periods)
    {
        var start = StartOf(day, by);
        var earlier = Move(start, by, -periods);
        var end = EndOf(earlier, by);
        return day == EndOf(day, by) ? end : Math.Min(end, earlier + (day - start));
    }

    /// <summary>Periods from the one of a day to the one of a later day, both included.</summary>
    public static int Count(int fromDay, int toDay, CalendarPeriod by)
    {
        var (from, to) = (StartOf(fromDay, by), StartOf(toDay, by));
        if (by is CalendarPeriod.Day or CalendarPeriod.Week)
        {
            return ((to - from) / (by is CalendarPeriod.Day ? 1 : DaysPerWeek)) + 1;
        }

        var (first, last) = (ShopCalendar.DateOf(from), ShopCalendar.DateOf(to));
        return (((((last.Year - first.Year) * MonthsPerYear) + last.Month) - first.Month) / MonthsOf(by)) + 1;
    }

    private static int MonthsOf(CalendarPeriod by) => by switch
    {
        CalendarPeriod.Month => 1,
        CalendarPeriod.Quarter => MonthsPerQuarter,
        CalendarPeriod.Year => MonthsPerYear,
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "Not a period of months."),
    };
}
