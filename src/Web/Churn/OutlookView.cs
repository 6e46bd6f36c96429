using XSight.Analytics.Churn;
using XSight.Web.Formatting;
using XSight.Web.Parts;

namespace XSight.Web.Churn;

/// <summary>One customer's forecast as their page shows it.</summary>
public sealed record OutlookView(CustomerOutlook Outlook, ShopFormat Format)
{
    private const int AxisLabels = 4;

    /// <summary>A year of expected purchases below this is written as fewer than it.</summary>
    private const double PurchasesShownMin = 0.05;

    private ChurnRow Row => Outlook.Row;

    public string Recommendation => Advice.Sentence(Row.Advice);

    public string? GateSentence => GateWords.Sentence(Outlook.Gate);

    public IReadOnlyList<Figure> Figures
    {
        get
        {
            var freshTo = Format.Exact(Outlook.AsOf);
            return
            [
                new Figure
                {
                    Id = "churn-risk",
                    Label = "Churn risk",
                    Value = Format.Percent(Row.Risk, 0),
                    Note = $"{ChurnNames.Of(Row.Level)}, by {Outlook.Source}",
                    Definition = $"The chance that this customer does not order within the next {Outlook.HorizonDays} days, corrected by what happened to others who were given the same.",
                    Href = "#risk",
                    FreshTo = freshTo,
                },
                new Figure
                {
                    Id = "at-risk",
                    Label = "Revenue at risk",
                    Value = Format.Money(Row.RevenueAtRiskMinor),
                    Note = $"of {Format.Money(Row.ExpectedSpendMinor)} expected in {Outlook.HorizonDays} days",
                    Definition = "Churn risk times what the customer is expected to spend in those days: expected orders times spend per order.",
                    Href = "#risk",
                    FreshTo = freshTo,
                },
                new Figure
                {
                    Id = "lifetime-value",
                    Label = "Value, next 12 months",
                    Value = Outlook.LifetimeValueMinor is { } value ? Format.Money(value) : "–",
                    Note = Outlook.ExpectedPurchases365 is { } purchases
                        ? $"{Purchases(purchases)} × {Format.Money(Row.SpendPerPurchaseMinor)} an order"
                        : "not enough history yet",
                    Definition = "Orders expected in the next 365 days times the expected spend per order, which lies between the customer's own mean and everybody's.",
                    Href = "#risk",
                    FreshTo = freshTo,
                },
                new Figure
                {
                    Id = "next-order",
                    Label = "Next order",
                    Value = Outlook.NextOrderDay is { } day ? Format.DayOfYear(day) : "–",
                    Note = Outlook.NextOrderDay is { } until ? $"as likely before as after {Format.Day(until)}" : "not expected within a year",
                    Definition = "If the customer stays, an order is as likely to have come by this day as not.",
                    Href = "#risk",
                    FreshTo = freshTo,
                },
            ];
        }
    }

    /// <summary>Why the risk is what it is.</summary>
    public IEnumerable<string> Reasons
    {
        get
        {
            yield return Row.UsualGapDays is { } gap
                ? $"Usually {Words.Plural((long)Math.Round(gap), Format.Number(gap), "day")} between orders; {Words.Plural(Row.DaysSinceLast, Format.Count(Row.DaysSinceLast), "day")} since the last one."
                : $"Has ordered once, {Words.Plural(Row.DaysSinceLast, Format.Count(Row.DaysSinceLast), "day")} ago.";
            if (Outlook is { ExpectedPurchases30: { } month, ExpectedPurchases90: { } quarter, ExpectedPurchases365: { } year })
            {
                yield return $"Expected orders: {Purchases(month)} in 30 days, {Purchases(quarter)} in 90, {Purchases(year)} in a year.";
            }

            if (Outlook.Alive is { } alive)
            {
                yield return $"{Format.Percent(alive, 0)} likely to be still a customer of yours at all.";
            }
        }
    }

    public Hint LineHint => new(
        "risk-line",
        "Risk over time",
        $"The chance of no order within the {Outlook.HorizonDays} days after each day: today's model, knowing only the orders up to that day. Nothing is stored for it, so a new fit draws the whole line anew.",
        Format.Exact(Outlook.AsOf));

    public PercentLine Line => new([.. Outlook.History.Select(p => new PercentLine.Point(
        p.Day, p.Risk, p.Bought ? $"{Format.Day(p.Day)}, ordered" : Format.Day(p.Day), Format.Percent(p.Risk)))], to: 1)
    {
        Title = $"Chance of no order within {Outlook.HorizonDays} days, as it stood on each day",
        DayLabel = "At the end of",
        ShareLabel = "Risk",
        Marks = [.. Outlook.History.Where(p => p.Bought).Select(p => new PercentLine.Mark(p.Day, $"Ordered on {Format.Day(p.Day)}"))],
        Axis = [.. Enumerable.Range(0, AxisLabels + 1).Select(AxisDay).Select(Format.Day)],
    };

    /// <summary>Which orders the line marks: of somebody with very many only the latest ones.</summary>
    public string MarkedOrders => Outlook.History.Count(p => p.Bought) is var marked && marked < Outlook.Row.Purchases ? $"the latest {Format.Count(marked)} days with orders" : "orders";

    private int AxisDay(int i)
    {
        var (first, last) = (Outlook.History[0].Day, Outlook.History[^1].Day);
        return first + (int)((long)(last - first) * i / AxisLabels);
    }

    private string Purchases(double expected) => expected < PurchasesShownMin ? $"under {Format.Number(0.1)}" : Format.Number(expected);
}
