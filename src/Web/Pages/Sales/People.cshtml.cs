using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XSight.Storage;
using XSight.Web.Sales;

namespace XSight.Web.Pages.Sales;

/// <summary>The customers behind a figure of the revenue and products pages.</summary>
public sealed class PeopleModel(IGrainFactory grains, IDatabase database, TimeProvider time) : PeoplePage(grains, database, time)
{
    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? from, string? to, string? kind, long? product, long? after, CancellationToken cancellationToken)
    {
        if (ReportRange.DayOf(from) is not { } first || ReportRange.DayOf(to) is not { } last || first > last || last - first >= SalesLimits.DaysMax)
        {
            return NotFound();
        }

        var who = Enum.TryParse<PeopleKind>(kind, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : PeopleKind.Buyers;
        await ReadAsync(new SalesPeopleQuery(first, last, who, product, After: after, Limit: PageSize), cancellationToken);
        Title = await TitleAsync(who, product, cancellationToken);
        NextHref = List.Next is { } next ? string.Create(CultureInfo.InvariantCulture, $"{Href(first, last, who, product)}&after={next}") : null;
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(string? from, string? to, string? kind, long? product, CancellationToken cancellationToken) =>
        await OnGetAsync(from, to, kind, product, null, cancellationToken) is PageResult ? Csv($"customers-{from}-{to}") : NotFound();

    private static string Href(int from, int to, PeopleKind kind, long? product) =>
        $"/sales/people?from={ReportRange.Date(from)}&to={ReportRange.Date(to)}&kind={kind.ToString().ToLowerInvariant()}"
        + (product is { } id ? string.Create(CultureInfo.InvariantCulture, $"&product={id}") : "");

    private async Task<string> TitleAsync(PeopleKind kind, long? product, CancellationToken cancellationToken)
    {
        var who = kind switch { PeopleKind.New => "New customers", PeopleKind.Returning => "Returning customers", _ => "Customers who bought" };
        if (product is not { } id)
        {
            return who;
        }

        return $"{who} {(kind == PeopleKind.Buyers ? "" : "who bought ")}{(await ProductNames.OfAsync(Database.Sales, Tenant, id, cancellationToken))[id]}";
    }
}
