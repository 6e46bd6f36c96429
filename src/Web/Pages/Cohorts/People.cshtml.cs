using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XSight.Storage;
using XSight.Web.Formatting;
using XSight.Web.Pages.Sales;
using XSight.Web.Sales;

namespace XSight.Web.Pages.Cohorts;

/// <summary>The people of a cohort, or those of it who bought at one age.</summary>
public sealed class PeopleModel(IGrainFactory grains, IDatabase database, TimeProvider time) : PeoplePage(grains, database, time)
{
    public CohortChoice Choice { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? cohort, int? age, CancellationToken cancellationToken)
    {
        Choice = CohortChoice.Read(Request.Query);
        var report = await base.Sales.GetCohorts(new CohortQuery(Choice.By, Choice.Split, Choice.FromDay(Format.DayOf(Now))), cancellationToken);
        if (ReportRange.DayOf(cohort) is not { } day
            || report.Cohorts.FirstOrDefault(c => c.FromDay <= day && day <= c.ToDay && c.Segment == Choice.Segment) is not { } row
            || age < 0
            || age >= row.Ages.Length)
        {
            return NotFound();
        }

        var (from, to) = age is { } at ? (row.Ages[at].FromDay, row.Ages[at].ToDay) : (row.FromDay, row.ToDay);
        var cell = new CohortCell(report.Query, row.FromDay, Choice.Split == CohortSplit.None ? null : Choice.Segment);
        await ReadAsync(new SalesPeopleQuery(from, to, PeopleKind.Buyers, Cell: cell, After: PeopleChoice.ReadAfter(Request.Query), Limit: PageSize), Choice.PeopleHref(row, age), cancellationToken);
        Title = TitleOf(report, row, age);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(string? cohort, int? age, CancellationToken cancellationToken) =>
        await OnGetAsync(cohort, age, cancellationToken) is PageResult
            ? Csv(string.Create(CultureInfo.InvariantCulture, $"cohort-{cohort}{(age is { } at ? $"-age-{at}" : "")}"))
            : NotFound();

    private string TitleOf(CohortReport report, CohortRow row, int? age)
    {
        var period = Choice.By.ToString().ToLowerInvariant();
        var segment = Choice.Split == CohortSplit.None ? "" : $", {SegmentName.Of(report.Segments[row.Segment], Choice.Split, new ProductNames(report.Titles))}";
        var when = age switch
        {
            null => "",
            0 => $", who bought in that {period}",
            1 => $", who bought 1 {period} later",
            { } n => $", who bought {n} {period}s later",
        };
        return $"Customers of {PeriodName.Of(Choice.By, row.FromDay, Format)}{segment}{when}";
    }
}
