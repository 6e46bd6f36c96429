using System.Globalization;
using XSight.Analytics.Facts;
using XSight.Analytics.Sales;

namespace XSight.Analytics.Tests.Sales;

public sealed class CalendarPeriodsTests
{
    [Theory]
    [InlineData(CalendarPeriod.Day, "2026-03-29", "2026-03-29", "2026-03-29")]
    [InlineData(CalendarPeriod.Week, "2026-03-29", "2026-03-23", "2026-03-29")]
    [InlineData(CalendarPeriod.Week, "1969-12-31", "1969-12-29", "1970-01-04")]
    [InlineData(CalendarPeriod.Month, "2024-02-10", "2024-02-01", "2024-02-29")]
    [InlineData(CalendarPeriod.Quarter, "2026-12-31", "2026-10-01", "2026-12-31")]
    [InlineData(CalendarPeriod.Year, "2026-07-01", "2026-01-01", "2026-12-31")]
    public void Period_of_a_day_begins_and_ends_where_the_wall_calendar_says(CalendarPeriod by, string day, string from, string to)
    {
        Assert.Equal(Day(from), CalendarPeriods.StartOf(Day(day), by));
        Assert.Equal(Day(to), CalendarPeriods.EndOf(Day(day), by));
    }

    [Theory]
    [InlineData(CalendarPeriod.Month, "2026-03-31", 1, "2026-02-28")]
    [InlineData(CalendarPeriod.Month, "2026-02-28", 1, "2026-01-31")]
    [InlineData(CalendarPeriod.Month, "2026-03-30", 1, "2026-02-28")]
    [InlineData(CalendarPeriod.Month, "2026-11-22", 1, "2026-10-22")]
    [InlineData(CalendarPeriod.Quarter, "2026-05-15", 2, "2025-11-14")]
    [InlineData(CalendarPeriod.Year, "2024-12-31", 1, "2023-12-31")]
    [InlineData(CalendarPeriod.Week, "2026-11-22", 3, "2026-11-01")]
    public void Same_place_in_an_earlier_period_keeps_ends_as_ends(CalendarPeriod by, string day, int periods, string earlier) =>
        Assert.Equal(Day(earlier), CalendarPeriods.Back(Day(day), by, periods));

    [Theory]
    [InlineData(CalendarPeriod.Day, 60)]
    [InlineData(CalendarPeriod.Week, 9)]
    [InlineData(CalendarPeriod.Month, 3)]
    [InlineData(CalendarPeriod.Quarter, 2)]
    [InlineData(CalendarPeriod.Year, 2)]
    public void Periods_between_two_days_count_both_ends(CalendarPeriod by, int periods) =>
        Assert.Equal(periods, CalendarPeriods.Count(Day("2025-12-15"), Day("2026-02-12"), by));

    private static int Day(string iso) => ShopCalendar.DayOf(DateOnly.Parse(iso, CultureInfo.InvariantCulture));
}
