using System.Globalization;
using XSight.Analytics.Facts;

namespace XSight.Analytics.Tests.Facts;

public sealed class ShopCalendarTests
{
    [Theory]
    [InlineData("UTC", "1970-01-01T00:00:00Z", "1970-01-01")]
    [InlineData("UTC", "1969-12-31T23:59:59.9999999Z", "1969-12-31")]
    // New York changes its clocks on 8 March and 1 November 2026, at 02:00.
    [InlineData("America/New_York", "2026-03-08T04:59:59Z", "2026-03-07")]
    [InlineData("America/New_York", "2026-03-08T05:00:00Z", "2026-03-08")]
    [InlineData("America/New_York", "2026-03-09T03:59:59Z", "2026-03-08")]
    [InlineData("America/New_York", "2026-03-09T04:00:00Z", "2026-03-09")]
    [InlineData("America/New_York", "2026-11-02T04:59:59Z", "2026-11-01")]
    [InlineData("America/New_York", "2026-11-02T05:00:00Z", "2026-11-02")]
    // Half an hour off, and a day ahead of the rest.
    [InlineData("Asia/Kolkata", "2026-06-01T18:29:59Z", "2026-06-01")]
    [InlineData("Asia/Kolkata", "2026-06-01T18:30:00Z", "2026-06-02")]
    [InlineData("Pacific/Kiritimati", "2026-12-31T10:00:00Z", "2027-01-01")]
    // The offset an instant is written with is no matter.
    [InlineData("America/New_York", "2026-03-08T12:59:59+08:00", "2026-03-07")]
    public void An_instant_falls_on_the_day_of_the_shops_wall_calendar(string zone, string instant, string date)
    {
        var day = new ShopCalendar(zone).DayOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));

        Assert.Equal(DateOnly.Parse(date, CultureInfo.InvariantCulture), ShopCalendar.DateOf(day));
    }

    [Fact]
    public void Weeks_begin_on_Monday_and_months_on_their_first_day_before_and_after_1970()
    {
        var first = ShopCalendar.DayOf(new DateOnly(1969, 1, 1));
        Assert.Equal(0, ShopCalendar.DayOf(new DateOnly(1970, 1, 1)));
        for (var day = first; day < first + 3_000; day++)
        {
            var monday = ShopCalendar.DateOf(ShopCalendar.MondayOf(day));
            Assert.Equal(DayOfWeek.Monday, monday.DayOfWeek);
            Assert.InRange(day - ShopCalendar.MondayOf(day), 0, 6);
            var date = ShopCalendar.DateOf(day);
            Assert.Equal(new DateOnly(date.Year, date.Month, 1), ShopCalendar.DateOf(ShopCalendar.MonthOf(day)));
        }
    }

    [Fact]
    public void An_unknown_zone_is_refused() => Assert.Throws<TimeZoneNotFoundException>(() => new ShopCalendar("Mars/Olympus"));
}
