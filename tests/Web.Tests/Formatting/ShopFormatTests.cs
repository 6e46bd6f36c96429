using XSight.Web.Formatting;

namespace XSight.Web.Tests.Formatting;

public sealed class ShopFormatTests
{
    private static readonly DateTimeOffset JustAfterMidnightUtc = new(2026, 3, 4, 0, 30, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("USD", "America/New_York", 12_840_255, "$128,402.55")]
    [InlineData("USD", "America/New_York", -500, "-$5.00")]
    [InlineData("EUR", "Europe/Berlin", 12_840_255, "128.402,55 €")]
    [InlineData("EUR", "Europe/Dublin", 12_840_255, "€128,402.55")]
    [InlineData("GBP", "Europe/London", 5_490, "£54.90")]
    [InlineData("JPY", "Asia/Tokyo", 128_402, "¥128,402")]
    [InlineData("BHD", "Asia/Bahrain", 1_234_567, "1,234.567")]
    [InlineData("XAF", "Africa/Douala", 1_500, "XAF 1,500")]
    public void Money_has_the_currency_s_digits_and_the_country_s_signs(string currency, string zone, long minor, string expected)
    {
        var written = new ShopFormat(currency, zone).Money(minor).Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('\uffe5', '¥');
        Assert.Contains(expected, written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(99_999, "$999.99")]
    [InlineData(100_000, "$1,000")]
    [InlineData(12_840_255, "$128,403")]
    public void A_headline_drops_cents_from_a_thousand_on(long minor, string expected) =>
        Assert.Equal(expected, new ShopFormat("USD", "America/New_York").MoneyFigure(minor));

    [Fact]
    public void A_day_is_the_shop_s_own_on_both_sides_of_midnight()
    {
        Assert.Equal("Mar 3, 2026", new ShopFormat("USD", "America/New_York").Date(JustAfterMidnightUtc));
        Assert.Equal("Mar 4, 2026", new ShopFormat("USD", "UTC").Date(JustAfterMidnightUtc));
        Assert.Equal("4 Mar 2026", new ShopFormat("GBP", "Europe/London").Date(JustAfterMidnightUtc));
    }

    [Fact]
    public void A_day_follows_the_clocks_when_they_change()
    {
        var format = new ShopFormat("USD", "America/New_York");
        var beforeMidnightInSummer = new DateTimeOffset(2026, 11, 1, 3, 59, 59, TimeSpan.Zero);
        var beforeMidnightInWinter = new DateTimeOffset(2026, 11, 2, 4, 59, 59, TimeSpan.Zero);
        Assert.Equal("Oct 31", format.DayOfYear(format.DayOf(beforeMidnightInSummer)));
        Assert.Equal("Nov 1", format.DayOfYear(format.DayOf(beforeMidnightInWinter)));
    }

    [Fact]
    public void An_unknown_zone_is_taken_for_universal_time() =>
        Assert.Equal("Mar 4, 2026", new ShopFormat("USD", "Mars/Olympus").Date(JustAfterMidnightUtc));

    [Fact]
    public void A_period_names_its_year_once_unless_it_crosses_one()
    {
        var format = new ShopFormat("USD", "UTC");
        Assert.Equal("Mar 1 – Mar 30, 2026", format.Days(ShopFormat.DayOf(new DateOnly(2026, 3, 1)), ShopFormat.DayOf(new DateOnly(2026, 3, 30))));
        Assert.Equal("Dec 30, 2025 – Jan 2, 2026", format.Days(ShopFormat.DayOf(new DateOnly(2025, 12, 30)), ShopFormat.DayOf(new DateOnly(2026, 1, 2))));
    }

    [Fact]
    public void The_exact_time_names_its_zone() =>
        Assert.Equal("Mar 3, 2026, 7:30:05 PM (America/New_York)", new ShopFormat("USD", "America/New_York").Exact(JustAfterMidnightUtc).Replace('\u202f', ' '));

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(59.4, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(80, "1 min 20 s")]
    [InlineData(3_840, "1 h 4 min")]
    [InlineData(-3, "0 s")]
    public void A_duration_has_its_two_largest_units(double seconds, string expected) =>
        Assert.Equal(expected, ShopFormat.Duration(TimeSpan.FromSeconds(seconds)));
}
