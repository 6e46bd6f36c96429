using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using XSight.Analytics.Rfm;
using XSight.Storage;
using XSight.Web.Churn;
using XSight.Web.Customers;
using XSight.Web.Exports;
using XSight.Web.Formatting;
using XSight.Web.Parts;
using XSight.Web.Sales;

namespace XSight.Web.Pages.Customers;

/// <summary>The store's customers: searched, filtered and sorted by the address, a page at a time.</summary>
public sealed class IndexModel(IGrainFactory grains, IDatabase database, TimeProvider time) : StorePage(grains, time)
{
    private const int PageSize = 50;

    private static readonly string[] CsvColumns = ["customer_id", "name", "email", "group", "r", "f", "m", "orders", "spent", "first_order", "last_order"];

    public CustomerFilter Filter { get; private set; } = new();

    /// <summary>Null when the address names a page of the list that does not exist.</summary>
    public CustomerPage? List { get; private set; }

    /// <summary>Groups to choose from, prospects last.</summary>
    public IReadOnlyList<string> Groups { get; private set; } = [];

    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];

    public IReadOnlyList<SortHeader> Headers { get; private set; } = [];

    /// <summary>Churn risk of the listed customers; absent without an order, and until the first forecast is fitted.</summary>
    public IReadOnlyDictionary<long, ChurnRow> Risks { get; private set; } = new Dictionary<long, ChurnRow>();

    public string? NextHref => List?.NextCursor is { } cursor ? (Filter with { Cursor = cursor }).Href() : null;

    public string CsvHref => $"{FirstHref}{(FirstHref.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler=csv";

    public string FirstHref => (Filter with { Cursor = null }).Href();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = CustomerFilter.Read(Request.Query);
        Headers = HeadersOf(Filter);
        Chips = [.. ChipsOf(Filter), .. OrderChipsOf(Filter, await ProductNames.OfAsync(database.Sales, Tenant, Filter.Bought, cancellationToken))];
        var thresholds = await Insights.GetThresholds();
        Groups = [.. thresholds.Profile.Groups.Distinct().OrderBy(PlaceOf), RfmGroupNames.Prospects];
        try
        {
            List = await database.Customers.ListAsync(Tenant, Filter.ToQuery(PageSize), thresholds, cancellationToken);
            var risks = await Forecasts.GetRows([.. List.Items.Select(i => i.CustomerId)]);
            Risks = risks.OfType<ChurnRow>().ToDictionary(r => r.CustomerId);
        }
        catch (CursorFormatException)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>The list as the address filters and sorts it, whole.</summary>
    public IActionResult OnGetCsv()
    {
        Filter = CustomerFilter.Read(Request.Query);
        return new CsvFile("customers", CsvColumns, CsvRowsAsync(HttpContext.RequestAborted));
    }

    private async IAsyncEnumerable<IReadOnlyList<string?>> CsvRowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var thresholds = await Insights.GetThresholds();
        for (var cursor = (string?)null; ;)
        {
            var page = await database.Customers.ListAsync(Tenant, Filter.ToQuery(CustomerListQuery.LimitMax) with { Cursor = cursor, Totals = false }, thresholds, cancellationToken);
            foreach (var item in page.Items)
            {
                yield return CellsOf(item);
            }

            // Places only grow, so the list ends.
            if ((cursor = page.NextCursor) is null)
            {
                yield break;
            }
        }
    }

    private string?[] CellsOf(CustomerListItem item) =>
    [
        item.CustomerId.ToString(CultureInfo.InvariantCulture),
        item.Name,
        item.Email,
        item.Group,
        item.R?.ToString(CultureInfo.InvariantCulture),
        item.F?.ToString(CultureInfo.InvariantCulture),
        item.M?.ToString(CultureInfo.InvariantCulture),
        item.Metrics.OrdersCount.ToString(CultureInfo.InvariantCulture),
        CurrencyUnits.Format(item.Metrics.TotalSpentMinor, Store.Currency),
        CustomerFilter.Date(item.Metrics.FirstOrderDay),
        CustomerFilter.Date(item.Metrics.LastOrderDay),
    ];

    /// <summary>From the best group to the worst; a tenant's own groups after the shipped ones.</summary>
    private static int PlaceOf(string group) => RfmGroupGuides.IsKnown(group) ? RfmGroupGuides.PlaceOf(group) : int.MaxValue;

    private static List<SortHeader> HeadersOf(CustomerFilter filter)
    {
        SortHeader Sorted(string label, CustomerSort sort, bool numeric = false, string? cssClass = null) =>
            new(label, filter.SortedBy(sort).Href(), filter.Sort == sort ? filter.Descending : null, numeric, Class: cssClass);

        return
        [
            Sorted("Customer", CustomerSort.Name),
            new("Group"),
            new("R", Numeric: true, Title: "Recency, 1 to 5", Class: "score"),
            new("F", Numeric: true, Title: "Frequency, 1 to 5", Class: "score"),
            new("M", Numeric: true, Title: "Money, 1 to 5", Class: "score"),
            Sorted("Orders", CustomerSort.Orders, numeric: true),
            Sorted("Spent", CustomerSort.TotalSpent, numeric: true),
            Sorted("Last order", CustomerSort.LastOrder, numeric: true),
            new("Churn risk", ChurnFilter.RiskiestHref, Numeric: true, Title: "Chance of no order within the days chosen on the churn page, which lists everybody by it"),
        ];
    }

    private static IEnumerable<FilterChip> ChipsOf(CustomerFilter filter)
    {
        if (filter.Search is { } search)
        {
            yield return Chip("Search", search, filter with { Search = null });
        }

        foreach (var group in filter.Groups)
        {
            yield return Chip("Group", Words.Label(group), filter with { Groups = filter.Groups.Remove(group) });
        }

        if (filter.R is { } r)
        {
            yield return Chip("Recency", $"{r} of 5", filter with { R = null });
        }

        if (filter.Fm is { } fm)
        {
            yield return Chip("Frequency and money", $"{fm} of 5", filter with { Fm = null });
        }

        if (filter.Country is { } country)
        {
            yield return Chip("Country", Countries.NameOf(country), filter with { Country = null });
        }

        if (filter.Tag is { } tag)
        {
            yield return Chip("Tag", tag, filter with { Tag = null });
        }
    }

    private IEnumerable<FilterChip> OrderChipsOf(CustomerFilter filter, ProductNames products)
    {
        if (filter.FirstFrom is { } firstFrom)
        {
            yield return Chip("First order from", Format.Day(firstFrom), filter with { FirstFrom = null });
        }

        if (filter.FirstTo is { } firstTo)
        {
            yield return Chip("First order to", Format.Day(firstTo), filter with { FirstTo = null });
        }

        if (filter.OrderedFrom is { } orderedFrom)
        {
            yield return Chip("Ordered from", Format.Day(orderedFrom), filter with { OrderedFrom = null });
        }

        if (filter.OrderedTo is { } orderedTo)
        {
            yield return Chip("Ordered to", Format.Day(orderedTo), filter with { OrderedTo = null });
        }

        if (filter.Bought is { } bought)
        {
            yield return Chip("Bought", products[bought], filter with { Bought = null });
        }
    }

    private static FilterChip Chip(string name, string value, CustomerFilter without) => new(name, value, (without with { Cursor = null }).Href());
}
