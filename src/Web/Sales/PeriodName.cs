using XSight.Web.Formatting;

namespace XSight.Web.Sales;

/// <summary>What a period is called: <c>Mar 4</c>, <c>week of Mar 2</c>, <c>Mar 2026</c>, <c>Q1 2026</c>, <c>2026</c>.</summary>
public static class PeriodName
{
    private const int MonthsPerQuarter = 3;

    public static string Of(CalendarPeriod by, int day, ShopFormat format)
    {
        var date = ShopFormat.DateOf(day);
        return by switch
        {
            CalendarPeriod.Day => format.Day(day),
            CalendarPeriod.Week => "week of " + format.Day(day),
            CalendarPeriod.Month => date.ToString("MMM yyyy", format.Culture),
            CalendarPeriod.Quarter => string.Create(format.Culture, $"Q{((date.Month - 1) / MonthsPerQuarter) + 1} {date.Year}"),
            CalendarPeriod.Year => date.Year.ToString(format.Culture),
            _ => throw new ArgumentOutOfRangeException(nameof(by), by, "There is no such period."),
        };
    }

    /// <summary>Short enough for an axis.</summary>
    public static string OnAxis(CalendarPeriod by, int day, ShopFormat format) =>
        by is CalendarPeriod.Day or CalendarPeriod.Week ? format.DayOfYear(day) : Of(by, day, format);
}
