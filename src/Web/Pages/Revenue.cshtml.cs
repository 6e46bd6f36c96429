using Microsoft.AspNetCore.Mvc;
using XSight.Storage;
using XSight.Web.Formatting;
using XSight.Web.Parts;
using XSight.Web.Sales;

namespace XSight.Web.Pages;

/// <summary>What came in, from whom, how it compares, and how it relates to Shopify's own report.</summary>
public sealed class RevenueModel(IGrainFactory grains, IDatabase database, TimeProvider time) : StorePage(grains, time)
{
    public const string Path = "/revenue";

    public ReportRange Range { get; private set; } = null!;

    public RevenueReport Report { get; private set; } = null!;

    /// <summary>False when the history does not reach back over the period before.</summary>
    public bool Compares { get; private set; }

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public Trend Trend { get; private set; } = null!;

    public BarList Mix { get; private set; } = null!;

    public BarList Top { get; private set; } = null!;

    /// <summary>Days to the second order and to the third.</summary>
    public IReadOnlyList<BarList> Gaps { get; private set; } = [];

    public RepeatReport Repeat { get; private set; } = null!;

    /// <summary>How many come back and how soon, each with the customers behind it; no figure where nobody did.</summary>
    public IReadOnlyList<(string Label, string? Figure, string Href)> ComingBack =>
    [
        ("Second order", Repeat.RepeatRate is { } second ? Format.Percent(second) : null, GapHref(GapStep.Second)),
        ("Then a third", Repeat.ThirdRate is { } third ? Format.Percent(third) : null, GapHref(GapStep.Third)),
        MedianOf("1st to 2nd, median", GapStep.Second, Repeat.FirstToSecond),
        MedianOf("2nd to 3rd, median", GapStep.Third, Repeat.SecondToThird),
    ];

    public BridgeReport Bridge { get; private set; } = null!;

    public IReadOnlyList<BridgeLine> Steps { get; private set; } = [];

    public RefundDating Refunds => Report.Query.Refunds;

    public async Task OnGetAsync(string? days, string? from, string? to, string? by, string? refunds, CancellationToken cancellationToken)
    {
        var span = await database.Orders.SpanAsync(Tenant, cancellationToken);
        Range = ReportRange.Of(days, from, to, by, Format.DayOf(Now), span?.FirstDay);
        var dating = Enum.TryParse<RefundDating>(refunds, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : Store.RevenueRefunds;
        Report = await Sales.GetRevenue(new RevenueQuery(Range.By, Range.From, Range.To, dating), cancellationToken);
        Compares = Report.Stamp.FirstDay <= Report.PreviousTotal.FromDay;
        Figures = RevenueFigureList.Of(Report, Compares, Format);
        Trend = RevenueFigureList.TrendOf(Report, Compares, Format);
        Mix = RevenueFigureList.MixOf(Report, Format);
        Bridge = await Sales.GetBridge(new BridgeQuery(Range.From, Range.To, dating), cancellationToken);
        Steps = [.. Bridge.Steps.Select(s => BridgeLine.Of(s, Bridge.Query, Format))];
        Repeat = await Sales.GetRepeat(new RepeatQuery(), cancellationToken);
        Gaps =
        [
            GapsOf("Days from the first order to the second", GapStep.Second, Repeat.FirstToSecond),
            GapsOf("Days from the second order to the third", GapStep.Third, Repeat.SecondToThird),
        ];
        Top = TopOf(await Sales.GetConcentration(new ConcentrationQuery(Range.From, Range.To), cancellationToken));
    }

    /// <summary>The way shown becomes the store's own; cohorts are not concerned.</summary>
    public async Task<IActionResult> OnPostRefundsAsync(string? refunds)
    {
        if (Enum.TryParse<RefundDating>(refunds, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen))
        {
            await TenantGrain.SetRevenueRefunds(chosen);
        }

        return Redirect(Path);
    }

    /// <summary>The address of these days with the other way to date refunds.</summary>
    public string RefundsHref(RefundDating dating) => $"{Range.Href(Path, Range.By)}&refunds={dating.ToString().ToLowerInvariant()}";

    /// <summary>Customers who made that order within so many days of the one before; null for any number.</summary>
    public string GapHref(GapStep step, int from = 0, int? to = null) => new PeopleChoice(Repeat.Query.FromDay!.Value, Repeat.Query.ToDay!.Value)
    {
        Kind = PeopleKind.New,
        Gap = new OrderGap(step, from, to),
    }.Href();

    private (string Label, string? Figure, string Href) MedianOf(string label, GapStep step, GapFigures gaps) =>
        (label, gaps.Median is { } days ? Words.Plural(days, Format.Count(days), "day") : null, GapHref(step, to: gaps.Median));

    private BarList GapsOf(string caption, GapStep step, GapFigures gaps) => new(
        caption,
        [.. gaps.Buckets.Where(b => b.Customers > 0).Select(b => new BarList.Bar(
            PeopleTitle.Days(b.FromDays, b.ToDays, Format),
            b.Customers,
            Format.Count(b.Customers),
            $"{Format.Percent((double)b.Customers / gaps.Customers)} of those who came back",
            GapHref(step, b.FromDays, b.ToDays)))]);

    private BarList TopOf(ConcentrationReport report) => new(
        "Share of the best customers",
        [.. report.Top.Where(_ => report.NetMinor > 0).Select(t => new BarList.Bar(
            $"Top {t.Percent}%",
            t.NetMinor,
            Format.Percent((double)t.NetMinor / report.NetMinor),
            $"{Words.Plural(t.Customers, Format.Count(t.Customers), "customer")}, {Format.MoneyFigure(t.NetMinor)}, each {Format.Money(t.FromMinor)} or more",
            new PeopleChoice(report.Query.FromDay!.Value, report.Query.ToDay!.Value) { Top = t.Percent }.Href()))]);
}
