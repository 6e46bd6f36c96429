using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Extensions;
using XSight.Storage;
using XSight.Web.Exports;
using XSight.Web.Sales;

namespace XSight.Web.Pages.Sales;

/// <summary>A page of customers behind a figure, with what is known of them.</summary>
public abstract class PeoplePage(IGrainFactory grains, IDatabase database, TimeProvider time) : StorePage(grains, time)
{
    protected const int PageSize = 50;

    private static readonly string[] Columns = ["customer_id", "name", "email", "group", "orders", "net", "first_order", "last_order"];

    protected IDatabase Database { get; } = database;

    public SalesPeopleQuery Query { get; private set; } = null!;

    public SalesPeoplePage List { get; private set; } = null!;

    public IReadOnlyDictionary<long, CustomerListItem> Known { get; private set; } = new Dictionary<long, CustomerListItem>();

    public string? NextHref { get; private set; }

    /// <summary>The same people whole, as a file.</summary>
    public string CsvHref => $"{Request.Path}{new QueryBuilder(Request.Query.Where(q => q.Key is not ("after" or "after-net" or "handler"))) { { "handler", "csv" } }.ToQueryString()}";

    protected CsvFile Csv(string name) => new(name, Columns, RowsAsync(HttpContext.RequestAborted));

    /// <param name="query">Of this page.</param>
    /// <param name="href">Of the first page.</param>
    /// <param name="cancellationToken">The request's.</param>
    protected async Task ReadAsync(SalesPeopleQuery query, string href, CancellationToken cancellationToken)
    {
        Query = query;
        List = await Sales.GetPeople(query, cancellationToken);
        var thresholds = await Insights.GetThresholds();
        var found = await Database.Customers.FindAsync(Tenant, [.. List.People.Select(p => p.CustomerId)], thresholds, cancellationToken);
        Known = found.ToDictionary(c => c.CustomerId);
        NextHref = List.Next is { } next ? PeopleChoice.HrefAfter(href, next) : null;
    }

    private async IAsyncEnumerable<IReadOnlyList<string?>> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var thresholds = await Insights.GetThresholds();
        for (var after = (SalesPersonCursor?)null; ;)
        {
            var page = await Sales.GetPeople(Query with { After = after, Limit = SalesLimits.RowsMax }, cancellationToken);
            var known = (await Database.Customers.FindAsync(Tenant, [.. page.People.Select(p => p.CustomerId)], thresholds, cancellationToken)).ToDictionary(c => c.CustomerId);
            foreach (var person in page.People)
            {
                yield return CellsOf(person, known.GetValueOrDefault(person.CustomerId));
            }

            // Each page begins behind the one before, so the list ends.
            if ((after = page.Next) is null)
            {
                yield break;
            }
        }
    }

    private string?[] CellsOf(SalesPerson person, CustomerListItem? known) =>
    [
        person.CustomerId.ToString(CultureInfo.InvariantCulture),
        known?.Name,
        known?.Email,
        known?.Group,
        person.Orders.ToString(CultureInfo.InvariantCulture),
        CurrencyUnits.Format(person.NetMinor, Store.Currency),
        ReportRange.Date(person.FirstDay),
        ReportRange.Date(person.LastDay),
    ];
}
