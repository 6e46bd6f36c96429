using XSight.Web.Formatting;
using XSight.Web.Parts;

namespace XSight.Web.Sales;

/// <summary>A report's totals as figures, each against the period before.</summary>
public static class RevenueFigureList
{
    private const string Table = "#periods";

    public static IReadOnlyList<Figure> Of(RevenueReport report, bool compare, ShopFormat format)
    {
        var now = report.Total.Figures;
        var before = compare ? report.PreviousTotal.Figures : null;
        var orders = OrdersHref(report.Query.FromDay!.Value, report.Query.ToDay!.Value);
        return
        [
            Money("net", "Net revenue", now.NetMinor, before?.NetMinor, Table,
                "What counted orders of these days brought in, less what went back. Test, cancelled, voided and unpaid orders do not count."),
            Money("gross", "Gross revenue", now.GrossMinor, before?.GrossMinor, orders, "Counted orders as they were placed, before returns and edits."),
            Money("refunds", "Refunds", now.RefundsMinor, before?.RefundsMinor, Table,
                report.Query.Refunds == RefundDating.Refund
                    ? "Money that went back in these days, whenever the order was placed, and what edits took off orders of these days."
                    : "What went back, until now, of orders placed in these days."),
            Count("orders", "Orders", now.Orders, before?.Orders, orders, "Orders that count: paid or partly paid, not cancelled, not a test."),
            new Figure
            {
                Id = "average-order",
                Label = "Average order",
                Value = now.AverageOrderMinor is { } average ? format.Money(average) : "–",
                Change = now.AverageOrderMinor is { } a && before?.AverageOrderMinor is { } b ? Change.OfAmount(a, b, format.Money(b), format) : null,
                Note = Nothing(),
                Definition = "Net revenue divided by orders.",
                Href = orders,
                FreshTo = format.Exact(report.Stamp.AsOf),
            },
            Count("new-customers", "New customers", now.NewCustomers, before?.NewCustomers, PeopleHref(report, PeopleKind.New), "Customers whose first order that counts fell in these days."),
            Count("returning", "Returning customers", now.ReturningCustomers, before?.ReturningCustomers, PeopleHref(report, PeopleKind.Returning), "Customers who bought in these days and had an order before them."),
        ];

        Figure Money(string id, string label, long minor, long? was, string href, string definition) => new()
        {
            Id = id,
            Label = label,
            Value = format.MoneyFigure(minor),
            Change = was is { } then ? Change.OfAmount(minor, then, format.MoneyFigure(then), format) : null,
            Note = Nothing(),
            Definition = definition,
            Href = href,
            FreshTo = format.Exact(report.Stamp.AsOf),
        };

        Figure Count(string id, string label, int count, int? was, string href, string definition) => new()
        {
            Id = id,
            Label = label,
            Value = format.Count(count),
            Change = was is { } then ? Change.OfAmount(count, then, format.Count(then), format) : null,
            Note = Nothing(),
            Definition = definition,
            Href = href,
            FreshTo = format.Exact(report.Stamp.AsOf),
        };

        string? Nothing() => compare ? null : "no earlier period to compare with";
    }

    /// <summary>The counted orders of some days.</summary>
    public static string OrdersHref(int from, int to) => $"/sales/orders?from={ReportRange.Date(from)}&to={ReportRange.Date(to)}";

    /// <summary>The report's net by day or longer, with the period before as a dashed line.</summary>
    public static Trend TrendOf(RevenueReport report, bool compare, ShopFormat format)
    {
        var by = report.Query.By;
        var points = report.Series.Zip(report.Previous, (row, before) => new TrendPoint(
            PeriodName.OnAxis(by, row.FromDay, format),
            row.Figures.NetMinor,
            format.Money(row.Figures.NetMinor),
            compare ? before.Figures.NetMinor : null,
            compare ? PeriodName.OnAxis(by, before.FromDay, format) : null,
            compare ? format.Money(before.Figures.NetMinor) : null,
            OrdersHref(row.FromDay, row.ToDay)));
        return new Trend($"Net revenue by {by.ToString().ToLowerInvariant()}", "Net revenue", [.. points], format.MoneyWhole) { Step = by.ToString().ToLowerInvariant() };
    }

    /// <summary>Whom the net came from.</summary>
    public static BarList MixOf(RevenueReport report, ShopFormat format)
    {
        var figures = report.Total.Figures;
        var net = figures.NetMinor;
        BarList.Bar[] bars =
        [
            Bar("Returning customers", figures.ReturningNetMinor, Words.Plural(figures.ReturningCustomers, format.Count(figures.ReturningCustomers), "customer"), PeopleHref(report, PeopleKind.Returning)),
            Bar("New customers", figures.NewNetMinor, Words.Plural(figures.NewCustomers, format.Count(figures.NewCustomers), "customer"), PeopleHref(report, PeopleKind.New)),
            Bar("Without a customer", figures.AnonymousNetMinor, Words.Plural(figures.AnonymousOrders, format.Count(figures.AnonymousOrders), "order"),
                $"{OrdersHref(report.Query.FromDay!.Value, report.Query.ToDay!.Value)}&concern=anonymous"),
        ];
        return new BarList("Net revenue by customers", [.. bars.Where(b => b.Value != 0)]);

        BarList.Bar Bar(string label, long minor, string people, string href) =>
            new(label, minor, format.MoneyFigure(minor), net > 0 ? $"{format.Percent((double)minor / net)} of net, {people}" : people, href);
    }

    /// <summary>The buyers of some days, all or of one kind.</summary>
    public static string PeopleHref(int from, int to, PeopleKind kind) =>
        new PeopleChoice(from, to) { Kind = kind }.Href();

    private static string PeopleHref(RevenueReport report, PeopleKind kind) => PeopleHref(report.Query.FromDay!.Value, report.Query.ToDay!.Value, kind);
}
