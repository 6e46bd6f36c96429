using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using XSight.Storage;
using XSight.Web.Exports;
using XSight.Web.Formatting;
using XSight.Web.Orders;
using XSight.Web.Parts;
using XSight.Web.Sales;

namespace XSight.Web.Pages.Orders;

/// <summary>The store's orders, counted or not: filtered by the address, a page at a time.</summary>
public sealed class IndexModel(IGrainFactory grains, IDatabase database, TimeProvider time) : StorePage(grains, time)
{
    private const int PageSize = 50;

    private static readonly string[] CsvColumns = ["order_id", "name", "day", "kind", "financial_status", "gross", "net", "source", "country", "customer_id", "customer"];

    public OrderFilter Filter { get; private set; } = new();

    /// <summary>Null when the address names a page of the list that does not exist.</summary>
    public OrderPage? List { get; private set; }

    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];

    public string? NextHref => List?.NextCursor is { } cursor ? (Filter with { Cursor = cursor }).Href() : null;

    public string CsvHref => $"{FirstHref}{(FirstHref.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler=csv";

    public string FirstHref => (Filter with { Cursor = null }).Href();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = OrderFilter.Read(Request.Query);
        Chips = [.. ChipsOf(Filter, await ProductNames.OfAsync(database.Sales, Tenant, Filter.Product, cancellationToken))];
        try
        {
            List = await database.Orders.ListAsync(Tenant, Filter.ToQuery(PageSize), cancellationToken);
        }
        catch (CursorFormatException)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>The list as the address filters it, whole.</summary>
    public IActionResult OnGetCsv()
    {
        Filter = OrderFilter.Read(Request.Query);
        return new CsvFile("orders", CsvColumns, CsvRowsAsync(HttpContext.RequestAborted));
    }

    private async IAsyncEnumerable<IReadOnlyList<string?>> CsvRowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var cursor = (string?)null; ;)
        {
            var page = await database.Orders.ListAsync(Tenant, Filter.ToQuery(OrderListQuery.LimitMax) with { Cursor = cursor, Totals = false }, cancellationToken);
            foreach (var order in page.Items)
            {
                yield return CellsOf(order);
            }

            // Places only grow, so the list ends.
            if ((cursor = page.NextCursor) is null)
            {
                yield break;
            }
        }
    }

    private string?[] CellsOf(OrderListItem order) =>
    [
        order.OrderId.ToString(CultureInfo.InvariantCulture),
        order.Name,
        ReportRange.Date(order.Day),
        OrderWords.NameOf(order.Kind),
        order.FinancialStatus,
        CurrencyUnits.Format(order.GrossMinor, Store.Currency),
        CurrencyUnits.Format(order.NetMinor, Store.Currency),
        order.SourceName,
        order.CountryCode,
        order.CustomerId?.ToString(CultureInfo.InvariantCulture),
        order.CustomerName,
    ];

    private IEnumerable<FilterChip> ChipsOf(OrderFilter filter, ProductNames products)
    {
        FilterChip Chip(string name, string value, OrderFilter without) => new(name, value, (without with { Cursor = null }).Href());

        if (filter.From is { } from)
        {
            yield return Chip("From", Format.Day(from), filter with { From = null });
        }

        if (filter.To is { } to)
        {
            yield return Chip("To", Format.Day(to), filter with { To = null });
        }

        if (filter.Kind is { } kind)
        {
            yield return Chip("Kind", Words.Label(OrderWords.NameOf(kind)), filter with { Kind = null });
        }

        if (filter.Product is { } product)
        {
            yield return Chip("With", products[product], filter with { Product = null });
        }

        if (filter.Customer is { } customer)
        {
            yield return Chip("Customer", customer.ToString(Format.Culture), filter with { Customer = null });
        }

        if (filter.Anonymous)
        {
            yield return Chip("Customer", "none", filter with { Anonymous = false });
        }
    }
}
