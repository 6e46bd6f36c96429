using XSight.Storage;
using XSight.Web.Formatting;
using XSight.Web.Parts;

namespace XSight.Web.Dashboard;

/// <summary>The four figures of a period, each against the period before, and their trend by day.</summary>
public static class SalesFigures
{
    private const string DaysTable = "#days-table";

    public static IReadOnlyList<Figure> Of(PeriodSales now, PeriodSales? before, ShopFormat format, string freshTo)
    {
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
                Href = DaysTable,
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
                Href = DaysTable,
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
                Href = DaysTable,
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
                Href = "/customers?sort=last-order",
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
                compare ? format.Money(before) : null);
        });
        return new Trend("Net revenue by day", "Net revenue", [.. points], format.MoneyWhole);
    }

    private static long AverageMinor(PeriodSales sales) => (long)Math.Round((decimal)sales.NetMinor / sales.Orders, MidpointRounding.AwayFromZero);

    private static double RepeatRate(PeriodSales sales) => (double)sales.Returning / sales.Buyers;
}
