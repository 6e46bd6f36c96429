using XSight.Storage;
using XSight.Web.Customers;
using XSight.Web.Formatting;
using XSight.Web.Orders;
using XSight.Web.Parts;

namespace XSight.Web.Dashboard;

/// <summary>The four figures of a period, each against the period before, and their trend by day.</summary>
public static class SalesFigures
{
    /// <param name="period">Its days, which the figures open to.</param>
    /// <param name="now">Sales of the period.</param>
    /// <param name="before">Sales of the period before; null when the history does not reach back over it.</param>
    /// <param name="format">Of the shop.</param>
    /// <param name="freshTo">Written.</param>
    public static IReadOnlyList<Figure> Of(Period period, PeriodSales now, PeriodSales? before, ShopFormat format, string freshTo)
    {
        var orders = OrdersHref(period.From, period.To);
        var none = before is null ? "no earlier period to compare with" : null;
        return
        [
            new Figure
            {
                Id = "net-revenue",
                Label = "Net revenue",
                Value = format.MoneyFigure(now.NetMinor),
                Change = before is null ? null : Change.OfAmount(now.NetMinor, before.NetMinor, format.MoneyFigure(before.NetMinor), format),
                Note = none,
                Definition = "What paid orders of these days brought in, after refunds. Test, cancelled, voided and unpaid orders do not count.",
                Href = orders,
                FreshTo = freshTo,
            },
            new Figure
            {
                Id = "orders",
                Label = "Orders",
                Value = format.Count(now.Orders),
                Change = before is null ? null : Change.OfAmount(now.Orders, before.Orders, format.Count(before.Orders), format),
                Note = none,
                Definition = "Orders that count: paid or partly paid, not cancelled, not a test. Partly refunded ones still count.",
                Href = orders,
                FreshTo = freshTo,
            },
            new Figure
            {
                Id = "average-order",
                Label = "Average order",
                Value = now.Orders == 0 ? "–" : format.Money(AverageMinor(now)),
                Change = before is null || before.Orders == 0 || now.Orders == 0
                    ? null
                    : Change.OfAmount((decimal)now.NetMinor / now.Orders, (decimal)before.NetMinor / before.Orders, format.Money(AverageMinor(before)), format),
                Note = none,
                Definition = "Net revenue divided by orders.",
                Href = orders,
                FreshTo = freshTo,
            },
            new Figure
            {
                Id = "repeat-rate",
                Label = "Repeat rate",
                Value = now.Buyers == 0 ? "–" : format.Percent(RepeatRate(now)),
                Change = before is null || before.Buyers == 0 || now.Buyers == 0 ? null : Change.OfShare(RepeatRate(now), RepeatRate(before), format),
                Note = none,
                Definition = "Of the customers who bought in these days, the share who had bought before or bought twice.",
                Href = CustomerFilter.BuyersHref(period.From, period.To),
                FreshTo = freshTo,
            },
        ];
    }

    /// <summary>A point for every day of the period; <paramref name="days"/> may also hold the days before it.</summary>
    public static Trend TrendOf(Period period, bool compare, IReadOnlyList<DaySales> days, ShopFormat format)
    {
        var byDay = days.ToDictionary(d => d.Day, d => d.NetMinor);
        var points = Enumerable.Range(0, period.Days).Select(i =>
        {
            var net = byDay.GetValueOrDefault(period.From + i);
            var before = byDay.GetValueOrDefault(period.BeforeFrom + i);
            return new TrendPoint(
                format.DayOfYear(period.From + i),
                net,
                format.Money(net),
                compare ? before : null,
                compare ? format.DayOfYear(period.BeforeFrom + i) : null,
                compare ? format.Money(before) : null,
                OrdersHref(period.From + i, period.From + i));
        });
        return new Trend("Net revenue by day", "Net revenue", [.. points], format.MoneyWhole);
    }

    /// <summary>The counted orders of some days.</summary>
    private static string OrdersHref(int from, int to) => new OrderFilter { From = from, To = to, Kind = SaleKind.Counted }.Href();

    private static long AverageMinor(PeriodSales sales) => (long)Math.Round((decimal)sales.NetMinor / sales.Orders, MidpointRounding.AwayFromZero);

    private static double RepeatRate(PeriodSales sales) => (double)sales.Returning / sales.Buyers;
}
