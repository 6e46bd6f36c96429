using XSight.Abstractions;
using XSight.Web.Formatting;
using XSight.Web.Sales;

namespace XSight.Web.Tests.Sales;

public sealed class ReportRangeTests
{
    private static readonly int Today = ShopFormat.DayOf(new DateOnly(2026, 3, 31));
    private static readonly int First = ShopFormat.DayOf(new DateOnly(2024, 6, 1));

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("91", null, null, "decade")]
    [InlineData("-30", "2026-03-31", "2026-03-01", "7")]
    [InlineData("ninety", "31.03.2026", null, "")]
    [InlineData("99999999999999999999", "0001-01-01", "9999-12-31", null)]
    public void What_is_no_choice_is_the_last_ninety_days_by_day(string? days, string? from, string? to, string? by) =>
        Assert.Equal(new ReportRange(Today - 89, Today, 90, CalendarPeriod.Day, false), ReportRange.Of(days, from, to, by, Today, First));

    [Fact]
    public void All_time_begins_with_the_first_order() =>
        Assert.Equal((First, Today, CalendarPeriod.Month), (ReportRange.Of("0", null, null, null, Today, First) is var range ? (range.From, range.To, range.By) : default));

    [Fact]
    public void Days_chosen_by_hand_stand_above_a_preset()
    {
        var range = ReportRange.Of("30", "2025-01-01", "2025-12-31", null, Today, First);
        Assert.Equal((365, null, CalendarPeriod.Week), (range.Days, range.Preset, range.By));
        Assert.Equal("/revenue?from=2025-01-01&to=2025-12-31&by=month", range.Href("/revenue", CalendarPeriod.Month));
        Assert.Equal("/revenue?days=30", range.Href("/revenue", 30));
    }

    [Fact]
    public void Years_are_not_cut_into_days()
    {
        var range = ReportRange.Of("0", null, null, "day", Today, First);
        Assert.Equal(CalendarPeriod.Month, range.By);
        Assert.DoesNotContain(CalendarPeriod.Day, range.Choices);
    }
}
