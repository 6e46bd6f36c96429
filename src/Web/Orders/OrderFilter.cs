using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using XSight.Storage;
using XSight.Web.Sales;

namespace XSight.Web.Orders;

/// <summary>The orders' list as its address says it: filters and page. What an address says wrongly is left out.</summary>
public sealed record OrderFilter
{
    public const string Path = "/orders";

    private const int CursorLengthMax = 2_000;
    private const string Nobody = "none";

    /// <summary>Days since 1970-01-01 on the shop's calendar, inclusive; null for no bound.</summary>
    public int? From { get; init; }

    /// <inheritdoc cref="From"/>
    public int? To { get; init; }

    public SaleKind? Kind { get; init; }

    public long? Product { get; init; }

    public long? Customer { get; init; }

    /// <summary>Only orders without a customer.</summary>
    public bool Anonymous { get; init; }

    public string? Cursor { get; init; }

    public bool Filters => From is not null || To is not null || Kind is not null || Product is not null || Customer is not null || Anonymous;

    public static OrderFilter Read(IQueryCollection query)
    {
        var (from, to) = (ReportRange.DayOf(query["from"]), ReportRange.DayOf(query["to"]));
        var inOrder = from is null || to is null || from <= to;
        var anonymous = query["customer"] == Nobody;
        var cursor = query["cursor"].ToString();
        return new OrderFilter
        {
            From = inOrder ? from : null,
            To = inOrder ? to : null,
            Kind = OrderWords.KindOf(query["kind"]),
            Product = Id(query["product"]),
            Customer = anonymous ? null : Id(query["customer"]),
            Anonymous = anonymous,
            Cursor = cursor.Length is 0 or > CursorLengthMax ? null : cursor,
        };
    }

    /// <summary>The address of this list.</summary>
    public string Href()
    {
        var query = new QueryBuilder();
        Add(query, "from", From is { } from ? ReportRange.Date(from) : null);
        Add(query, "to", To is { } to ? ReportRange.Date(to) : null);
        Add(query, "kind", Kind is { } kind ? OrderWords.NameOf(kind) : null);
        Add(query, "product", Product?.ToString(CultureInfo.InvariantCulture));
        Add(query, "customer", Anonymous ? Nobody : Customer?.ToString(CultureInfo.InvariantCulture));
        Add(query, "cursor", Cursor);
        return Path + query.ToQueryString();
    }

    /// <summary>The page of one order.</summary>
    public static string HrefOf(long orderId) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{orderId}");

    public OrderListQuery ToQuery(int limit) => new()
    {
        Limit = limit,
        Cursor = Cursor,
        FromDay = From,
        ToDay = To,
        Kind = Kind,
        Product = Product,
        CustomerId = Customer,
        Anonymous = Anonymous ? true : null,
    };

    private static long? Id(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (value is not null)
        {
            query.Add(name, value);
        }
    }
}
