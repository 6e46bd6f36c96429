using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using XSight.Web.Formatting;

namespace XSight.Web.Sales;

/// <summary>
/// The days a report is about and the periods they are cut into, as its address says them: <c>?days=90&amp;by=week</c>,
/// <c>?from=2026-01-01&amp;to=2026-03-31</c>. What an address says wrongly is taken as not said.
/// </summary>
/// <param name="From">Days since 1970-01-01.</param>
/// <param name="To">Included.</param>
/// <param name="Preset">Days up to today, 0 for all time; null when the days are chosen by hand.</param>
/// <param name="By">What the days are cut into.</param>
/// <param name="Choice">The address says <paramref name="By"/> itself.</param>
public sealed record ReportRange(int From, int To, int? Preset, CalendarPeriod By, bool Choice)
{
    public const int AllTime = 0;

    private const int PresetDefault = 90;
    private const int DaysByDayMax = 400;
    private const int DaysByDay = 92;
    private const int DaysByWeek = 370;

    /// <summary>What can be chosen with one click.</summary>
    public static readonly ImmutableArray<(int Days, string Label)> Presets = [(30, "30 days"), (90, "90 days"), (365, "1 year"), (AllTime, "All time")];

    private static readonly ImmutableArray<CalendarPeriod> Periods = [CalendarPeriod.Day, CalendarPeriod.Week, CalendarPeriod.Month, CalendarPeriod.Quarter, CalendarPeriod.Year];

    public int Days => To - From + 1;

    /// <summary>The periods that make a readable picture of these days.</summary>
    public IEnumerable<CalendarPeriod> Choices => Periods.Where(p => p != CalendarPeriod.Day || Days <= DaysByDayMax);

    /// <param name="days">A preset.</param>
    /// <param name="from">First day, <c>yyyy-MM-dd</c>.</param>
    /// <param name="to">Last day.</param>
    /// <param name="by">A period's name.</param>
    /// <param name="today">The shop's day.</param>
    /// <param name="firstDay">Of the first counted order; null without one.</param>
    public static ReportRange Of(string? days, string? from, string? to, string? by, int today, int? firstDay)
    {
        var (start, end, preset) = Span(days, from, to, today, firstDay ?? today);
        var length = end - start + 1;
        var chosen = Enum.TryParse<CalendarPeriod>(by, ignoreCase: true, out var period) && Enum.IsDefined(period) && (period != CalendarPeriod.Day || length <= DaysByDayMax);
        return new ReportRange(start, end, preset, chosen ? period : Usual(length), chosen);
    }

    /// <summary>The same report over a preset.</summary>
    public string Href(string path, int preset) => Write(path, this with { Preset = preset, Choice = false });

    /// <summary>The same days cut differently.</summary>
    public string Href(string path, CalendarPeriod by) => Write(path, this with { By = by, Choice = true });

    /// <summary>As in an address.</summary>
    public static string Date(int day) => ShopFormat.DateOf(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day that an address says; null when it says none.</summary>
    public static int? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? ShopFormat.DayOf(date) : null;

    /// <summary>The days that a list's address says, the last included; null without both, or with days that are no range.</summary>
    public static (int From, int To)? DaysOf(string? from, string? to) =>
        DayOf(from) is { } first && DayOf(to) is { } last && first <= last && last - first < SalesLimits.DaysMax ? (first, last) : null;

    private static (int From, int To, int? Preset) Span(string? days, string? from, string? to, int today, int firstDay)
    {
        if (DayOf(from) is { } start && (DayOf(to) ?? today) is var end && start <= end && end - start < SalesLimits.DaysMax)
        {
            return (start, end, null);
        }

        var preset = int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && Presets.Any(p => p.Days == n) ? n : PresetDefault;
        return (preset == AllTime ? Math.Min(firstDay, today) : today - preset + 1, today, preset);
    }

    private static CalendarPeriod Usual(int days) => days switch
    {
        <= DaysByDay => CalendarPeriod.Day,
        <= DaysByWeek => CalendarPeriod.Week,
        _ => CalendarPeriod.Month,
    };

    private static string Write(string path, ReportRange range)
    {
        var query = new QueryBuilder();
        if (range.Preset is { } preset)
        {
            query.Add("days", preset.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            query.Add("from", Date(range.From));
            query.Add("to", Date(range.To));
        }

        if (range.Choice)
        {
            query.Add("by", range.By.ToString().ToLowerInvariant());
        }

        return path + query.ToQueryString();
    }
}
