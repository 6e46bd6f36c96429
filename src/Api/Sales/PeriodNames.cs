using System.Globalization;
using XSight.Analytics.Facts;
using XSight.Analytics.Sales;
using XSight.Api.Http;

namespace XSight.Api.Sales;

/// <summary>Short names of calendar periods: 2026-01-31, the Monday of a week, 2026-01, 2026-Q1, 2026.</summary>
internal static class PeriodNames
{
    private const int MonthsPerQuarter = 3;

    public static string Of(int day, CalendarPeriod by)
    {
        var start = CalendarPeriods.StartOf(day, by);
        var date = ShopCalendar.DateOf(start);
        return by switch
        {
            CalendarPeriod.Month => date.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            CalendarPeriod.Quarter => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-Q{((date.Month - 1) / MonthsPerQuarter) + 1}"),
            CalendarPeriod.Year => date.ToString("yyyy", CultureInfo.InvariantCulture),
            _ => Days.ToIso((long)start),
        };
    }
}
