using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using XSight.Storage;
using XSight.Web.Formatting;
using XSight.Web.Sales;

namespace XSight.Web.Pages.Sales;

/// <summary>The orders behind a figure of the reports.</summary>
public sealed class OrdersModel(IGrainFactory grains, IDatabase database, TimeProvider time) : StorePage(grains, time)
{
    private const int PageSize = 50;

    public SalesOrdersQuery Query { get; private set; } = null!;

    public SalesOrdersPage List { get; private set; } = null!;

    /// <summary>Numbers and names of the page's orders.</summary>
    public IReadOnlyDictionary<long, RecentOrder> Known { get; private set; } = new Dictionary<long, RecentOrder>();

    /// <summary>End of the title: which products the orders hold.</summary>
    public string Products { get; private set; } = "";

    public string? NextHref { get; private set; }

    public string Title => Query.Concern switch
    {
        null => "Orders",
        BridgeStepKind.RefundDating => "Orders refunded across the border",
        BridgeStepKind.Edits => "Edited orders",
        BridgeStepKind.Cancelled => "Cancelled orders",
        BridgeStepKind.Unpaid => "Unpaid orders",
        BridgeStepKind.Test => "Test orders",
        BridgeStepKind.Anonymous => "Orders without a customer",
        BridgeStepKind.TimeZone => "Orders on another day in UTC",
        _ => Words.Label(Query.Concern.Value.ToString()),
    };

    public async Task<IActionResult> OnGetAsync(string? from, string? to, string? concern, long? product, long? with, long? afterTime, long? afterOrder, CancellationToken cancellationToken)
    {
        if (ReportRange.DaysOf(from, to) is not var (first, last))
        {
            return NotFound();
        }

        var kind = Enum.TryParse<BridgeStepKind>(concern, ignoreCase: true, out var step) && Enum.IsDefined(step) ? step : default(BridgeStepKind?);
        var after = afterTime is { } at && afterOrder is { } order ? new SalesOrderCursor(at, order) : null;
        Query = new SalesOrdersQuery(first, last, kind, product, product is null ? null : with, after, PageSize);
        List = await Sales.GetOrders(Query, cancellationToken);
        Known = (await database.Orders.FindAsync(Tenant, [.. List.Orders.Select(o => o.OrderId)], cancellationToken)).ToDictionary(o => o.OrderId);
        var names = await ProductNames.OfAsync(database.Sales, Tenant, [.. new[] { Query.ProductId, Query.WithProductId }.OfType<long>()], cancellationToken);
        Products = Query switch
        {
            { ProductId: { } one, WithProductId: { } other } => $" with {names[one]} and {names[other]}",
            { ProductId: { } one } => $" with {names[one]}",
            _ => "",
        };
        NextHref = List.Next is { } next ? HrefAfter(next) : null;
        return Page();
    }

    private string HrefAfter(SalesOrderCursor next)
    {
        var href = RevenueFigureList.OrdersHref(Query.FromDay, Query.ToDay);
        href += Query.Concern is { } concern ? $"&concern={concern.ToString().ToLowerInvariant()}" : "";
        href += Query.ProductId is { } product ? string.Create(CultureInfo.InvariantCulture, $"&product={product}") : "";
        href += Query.WithProductId is { } with ? string.Create(CultureInfo.InvariantCulture, $"&with={with}") : "";
        return href + string.Create(CultureInfo.InvariantCulture, $"&afterTime={next.ProcessedAtMs}&afterOrder={next.OrderId}");
    }
}
