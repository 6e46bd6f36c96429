using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XSight.Storage;
using XSight.Web.Sales;

namespace XSight.Web.Pages.Sales;

/// <summary>The customers behind a figure of the revenue and products pages.</summary>
public sealed class PeopleModel(IGrainFactory grains, IDatabase database, TimeProvider time) : PeoplePage(grains, database, time)
{
    public PeopleChoice Choice { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (PeopleChoice.Read(Request.Query) is not { } choice)
        {
            return NotFound();
        }

        Choice = choice;
        await ReadAsync(choice.ToQuery(PageSize), choice.Href(), cancellationToken);
        long[] products = [.. new[] { choice.Product, choice.First }.OfType<long>()];
        Title = PeopleTitle.Of(choice, await ProductNames.OfAsync(Database.Sales, Tenant, products, cancellationToken), Format);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken) =>
        await OnGetAsync(cancellationToken) is PageResult ? Csv($"customers-{ReportRange.Date(Choice.From)}-{ReportRange.Date(Choice.To)}") : NotFound();
}
