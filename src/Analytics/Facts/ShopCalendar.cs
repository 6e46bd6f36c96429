namespace XSight.Analytics.Facts;

/// <summary>
/// The calendar of one shop: days, weeks and months of its own time zone, as whole days since 1970-01-01. A day is what the wall
/// calendar shows, be it 23, 24 or 25 hours long.
/// </summary>
public sealed class ShopCalendar
{
    private const int DaysPerWeek = 7;

    /// <summary>1970-01-01 was a Thursday, three days after its week's Monday.</summary>
    private const int EpochDaysAfterMonday = 3;

    private static readonly int EpochDayNumber = new DateOnly(1970, 1, 1).DayNumber;

    private readonly TimeZoneInfo _zone;

    /// <param name="timeZoneId">An IANA name such as <c>America/New_York</c>.</param>
    /// <exception cref="TimeZoneNotFoundException">No such zone.</exception>
    public ShopCalendar(string timeZoneId)
    {
        _zone = TimeZoneInfo.FindSystemTimeZoneById(timeZoneId);
    }

    /// <summary>The shop's day on which an instant falls.</summary>
    public int DayOf(DateTimeOffset instant) => DayOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime));

    /// <summary>Days since 1970-01-01 of a calendar date.</summary>
    public static int DayOf(DateOnly date) => date.DayNumber - EpochDayNumber;

    /// <summary>The calendar date of a day number.</summary>
    public static DateOnly DateOf(int day) => DateOnly.FromDayNumber(day + EpochDayNumber);

    /// <summary>The Monday of a day's week.</summary>
    public static int MondayOf(int day)
    {
        var sinceMonday = (day + EpochDaysAfterMonday) % DaysPerWeek;
        return day - (sinceMonday < 0 ? sinceMonday + DaysPerWeek : sinceMonday);
    }

    /// <summary>The first day of a day's month.</summary>
    public static int MonthOf(int day) => day - DateOf(day).Day + 1;
}
