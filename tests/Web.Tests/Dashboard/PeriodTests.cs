using XSight.Web.Dashboard;
using XSight.Web.Formatting;

namespace XSight.Web.Tests.Dashboard;

public sealed class PeriodTests
{
    private static readonly int Today = ShopFormat.DayOf(new DateOnly(2026, 3, 31));

    [Fact]
    public void A_period_is_whole_days_up_to_yesterday_and_follows_the_one_before_without_a_gap()
    {
        var period = Period.Of("7", null, Today);
        Assert.Equal(Today - 1, period.To);
        Assert.Equal(7, period.To - period.From + 1);
        Assert.Equal(period.From - 1, period.BeforeTo);
        Assert.Equal(7, period.BeforeTo - period.BeforeFrom + 1);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("31", "2026-04-01")]
    [InlineData("-7", "31.03.2026")]
    [InlineData("seven", "2026-03-31")]
    [InlineData("99999999999999999999", "9999-12-31")]
    public void What_is_no_choice_is_the_usual_period(string? days, string? to) =>
        Assert.Equal(new Period(Period.DaysDefault, Today - 1, true), Period.Of(days, to, Today));

    [Fact]
    public void An_end_in_the_past_is_kept_when_the_length_changes()
    {
        var period = Period.Of("30", "1998-06-30", Today);
        Assert.Equal(ShopFormat.DayOf(new DateOnly(1998, 6, 30)), period.To);
        Assert.Equal("/dashboard?days=90&to=1998-06-30", period.Href(90));
        Assert.Equal("/dashboard?days=90", Period.Of(null, null, Today).Href(90));
    }
}
