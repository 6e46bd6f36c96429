using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using XSight.Analytics.Churn;
using XSight.Storage;
using XSight.Web.Churn;
using XSight.Web.Formatting;
using XSight.Web.Parts;

namespace XSight.Web.Pages.Churn;

/// <summary>Who is leaving and what is at stake: the model's receipts first, then everybody's risk, the second-order clock, and the work list.</summary>
public sealed class IndexModel(IGrainFactory grains, IDatabase database, TimeProvider time) : StorePage(grains, time)
{
    private const int PageSize = 25;

    public static readonly ImmutableArray<int> Horizons = [30, 60, 90, 180, 365];

    /// <summary>Null until the first fit is through.</summary>
    public ChurnReport? Report { get; private set; }

    public Receipts? Receipts { get; private set; }

    public string? GateSentence { get; private set; }

    public BarList Distribution { get; private set; } = null!;

    public PercentLine? SecondOrders { get; private set; }

    public ChurnFilter Filter { get; private set; } = new();

    public IReadOnlyList<string> Groups { get; private set; } = [];

    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];

    /// <summary>Heads of the work list.</summary>
    public IReadOnlyList<SortHeader> Headers { get; private set; } = [];

    public ChurnPage List { get; private set; } = null!;

    public IReadOnlyList<AtRiskRow> Rows { get; private set; } = [];

    public string? NextHref => List.Next is { } next ? (Filter with { Cursor = ChurnCursor.Write(next) }).Href() : null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = ChurnFilter.Read(Request.Query);
        if (await Forecasts.GetReport() is not { } report || await Forecasts.GetWorkList(Filter.ToQuery(PageSize, Store.Currency)) is not { } list)
        {
            return;
        }

        (Report, List) = (report, list);
        Receipts = report.Model.Holdout is { } holdout ? new Receipts(holdout, Format) : null;
        GateSentence = GateWords.Sentence(report.Model.Gate);
        SecondOrders = report.SecondOrders.HalfByDay is null ? null : SecondOrderChart.Of(report.SecondOrders, Format);
        Distribution = new BarList("Customers by risk level", [.. report.Levels.Select(BarOf)]);
        var thresholds = await Insights.GetThresholds();
        Groups = [.. thresholds.Profile.Groups.Distinct()];
        Chips = [.. ChipsOf(Filter)];
        Headers = HeadersOf(Filter, report.HorizonDays);
        Rows = await AtRiskRow.ReadAsync(list.Rows, database.Customers, Tenant, thresholds, cancellationToken);
    }

    public async Task<IActionResult> OnPostHorizonAsync(int days)
    {
        if (Horizons.Contains(days))
        {
            await Forecasts.SetHorizon(days);
        }

        return Redirect(ChurnFilter.Path);
    }

    private BarList.Bar BarOf(ChurnLevel level) => new(
        $"{Words.Label(ChurnNames.Of(level.Level))}, {ChurnFilter.RangeOf(level.Level)}",
        level.Customers,
        Format.Count(level.Customers),
        $"{Format.Percent(Report!.Eligible == 0 ? 0 : (double)level.Customers / Report.Eligible)} of customers, {Format.MoneyFigure(level.RevenueAtRiskMinor)} at risk",
        (new ChurnFilter { Level = level.Level, All = true }).Href());

    private static List<SortHeader> HeadersOf(ChurnFilter filter, int days)
    {
        SortHeader Sorted(string label, ChurnSort sort, string title) =>
            new(label, filter.SortedBy(sort).Href(), filter.Sort == sort ? true : null, Numeric: true, title);

        return
        [
            new("Customer"),
            Sorted("At stake", ChurnSort.RevenueAtRisk, $"Risk times what they are expected to spend in {days} days"),
            Sorted("Risk", ChurnSort.Risk, $"Chance of no order within {days} days"),
            new("Usual gap", Numeric: true, Title: "Median days between orders"),
            new("Last order", Numeric: true),
            new("What to do"),
        ];
    }

    private IEnumerable<FilterChip> ChipsOf(ChurnFilter filter)
    {
        if (filter.Level is { } level)
        {
            yield return new FilterChip("Risk", Words.Label(ChurnNames.Of(level)), (filter with { Level = null, Cursor = null }).Href());
        }

        if (filter.All)
        {
            yield return new FilterChip("Who", "Everybody", (filter with { All = false, Cursor = null }).Href());
        }

        if (filter.ToQuery(1, Store.Currency).RevenueAtRiskMinMinor is { } least)
        {
            yield return new FilterChip("At stake", $"{Format.Money(least)} or more", (filter with { AtStake = null, Cursor = null }).Href());
        }

        if (filter.Second is { } second)
        {
            yield return new FilterChip("Second order", second is SecondOrderState.Came ? "Came" : "Not yet", (filter with { Second = null, Cursor = null }).Href());
        }

        if (filter.Within is { } within)
        {
            yield return new FilterChip("Since the first order", $"{Words.Plural(within, Format.Count(within), "day")} or fewer", (filter with { Within = null, Cursor = null }).Href());
        }

        if (filter.Group is { } group)
        {
            yield return new FilterChip("Group", Words.Label(group), (filter with { Group = null, Cursor = null }).Href());
        }
    }
}
