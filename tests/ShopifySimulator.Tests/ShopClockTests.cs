namespace XSight.ShopifySimulator.Tests;

public sealed class ShopClockTests
{
    private static readonly ShopClock NewYork = new(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));

    [Theory]
    [InlineData("2026-03-07T12:00:00", "2026-03-07T17:00:00Z")]
    [InlineData("2026-03-08T12:00:00", "2026-03-08T16:00:00Z")]
    [InlineData("2026-03-08T02:30:00", "2026-03-08T07:30:00Z")]
    [InlineData("2026-11-01T01:30:00", "2026-11-01T05:30:00Z")]
    [InlineData("2026-11-01T12:00:00", "2026-11-01T17:00:00Z")]
    public void A_local_time_has_one_instant_also_when_clocks_change(string local, string instant) =>
        Assert.Equal(Instant(instant), NewYork.ToInstant(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_day_of_25_hours_ends_at_its_own_midnight() =>
        Assert.Equal(Instant("2026-11-02T04:59:59Z"), NewYork.EndOfDay(Instant("2026-11-01T05:30:00Z")));

    [Fact]
    public void Cached_days_agree_with_the_zone_through_a_year()
    {
        var days = new DayInstants(NewYork);
        for (var local = new DateTime(2026, 1, 1, 0, 15, 0); local.Year == 2026; local = local.AddMinutes(45))
        {
            var instant = days.Of(local);
            Assert.Equal(NewYork.ToInstant(local), instant);
            Assert.Equal(NewYork.EndOfDay(instant) - instant, days.SecondsToMidnight(instant));
        }
    }

    private static long Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds();
}
