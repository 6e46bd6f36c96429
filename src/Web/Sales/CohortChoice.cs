using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace XSight.Web.Sales;

/// <summary>The cohorts page as its address says it: periods, split, segment, what the cells show. What an address says wrongly is left out.</summary>
/// <param name="Segment">Index into the report's segments.</param>
public sealed record CohortChoice(CalendarPeriod By, CohortSplit Split, int Segment, CohortView View)
{
    public const string Path = "/cohorts";

    /// <summary>Days do not make cohorts.</summary>
    public static readonly IReadOnlyList<CalendarPeriod> Periods = [CalendarPeriod.Week, CalendarPeriod.Month, CalendarPeriod.Quarter, CalendarPeriod.Year];

    private const int DaysPerWeek = 7;
    private const int WeeksShown = 26;
    private const int MonthsShown = 24;
    private const int QuartersShown = 16;

    public static CohortChoice Read(IQueryCollection query)
    {
        var by = Named(query["by"], CalendarPeriod.Month);
        var segment = int.TryParse(query["segment"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= SalesLimits.SegmentsMax + 1 ? n : 0;
        return new CohortChoice(by == CalendarPeriod.Day ? CalendarPeriod.Month : by, Named(query["split"], CohortSplit.None), segment, Named(query["show"], CohortView.Retention));
    }

    /// <summary>The first day of the oldest cohort shown, so that the picture stays readable; null for all.</summary>
    public int? FromDay(int today)
    {
        var date = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(today);
        return By switch
        {
            CalendarPeriod.Week => today - (WeeksShown * DaysPerWeek),
            CalendarPeriod.Month => today - (date.DayNumber - date.AddMonths(-MonthsShown).AddDays(1 - date.Day).DayNumber),
            CalendarPeriod.Quarter => today - (date.DayNumber - date.AddMonths(-3 * QuartersShown).AddDays(1 - date.Day).DayNumber),
            _ => null,
        };
    }

    public string Href() => Path + Query().ToQueryString();

    /// <summary>The people of a cohort, or of it at an age.</summary>
    public string PeopleHref(CohortRow row, int? age)
    {
        var query = Query();
        query.Add("cohort", ReportRange.Date(row.FromDay));
        if (age is { } at)
        {
            query.Add("age", at.ToString(CultureInfo.InvariantCulture));
        }

        return Path + "/people" + query.ToQueryString();
    }

    private QueryBuilder Query()
    {
        var query = new QueryBuilder { { "by", By.ToString().ToLowerInvariant() } };
        if (Split != CohortSplit.None)
        {
            query.Add("split", Split.ToString().ToLowerInvariant());
            query.Add("segment", Segment.ToString(CultureInfo.InvariantCulture));
        }

        if (View != CohortView.Retention)
        {
            query.Add("show", View.ToString().ToLowerInvariant());
        }

        return query;
    }

    private static T Named<T>(string? text, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : otherwise;
}
