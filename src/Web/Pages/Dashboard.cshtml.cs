using System.Collections.Immutable;
using XSight.Storage;
using XSight.Web.Churn;
using XSight.Web.Dashboard;
using XSight.Web.Formatting;
using XSight.Web.Parts;

namespace XSight.Web.Pages;

/// <summary>How business is, who the customers are, who moves: for a period of whole days. During the first sync, its progress.</summary>
public sealed class DashboardModel(IGrainFactory grains, IDatabase database, TimeProvider time) : StorePage(grains, time)
{
    /// <summary>How many of the latest orders are listed.</summary>
    public const int RecentOrders = 8;

    private const int MovesShown = 6;

    private const int TodayShown = 5;

    /// <summary>Set while there is nothing to show but the first sync.</summary>
    public SyncProgress? FirstSync { get; private set; }

    /// <summary>True when the first sync ended without its work done. A completed one is still on its way: the store hears of it a moment later.</summary>
    public bool FirstSyncStopped => FirstSync is { Phase: SyncPhase.Failed or SyncPhase.Cancelled };

    /// <summary>No data yet, and no sync on its way.</summary>
    public bool NothingYet { get; private set; }

    public SyncProgress? Active { get; private set; }

    /// <summary>The last comparison with the store that came to its end.</summary>
    public Reconciliation? Compared { get; private set; }

    public Period Period { get; private set; } = null!;

    public bool HasBefore { get; private set; }

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public Trend Trend { get; private set; } = null!;

    public RfmGrid Grid { get; private set; } = null!;

    public IReadOnlyList<GroupTransition> Moves { get; private set; } = [];

    public IReadOnlyList<(RecentOrder Order, string? Group)> JustIn { get; private set; } = [];

    /// <summary>Those with the most at stake; none until the first forecast is fitted.</summary>
    public IReadOnlyList<AtRiskRow> Today { get; private set; } = [];

    /// <summary>Where to look instead, when the period has no orders: a period that ends at the last one.</summary>
    public (int LastDay, string Href)? Elsewhere { get; private set; }

    public async Task OnGetAsync(string? days, string? to, CancellationToken cancellationToken)
    {
        Active = await ActiveSyncAsync();
        if (Store.SyncedTo is null)
        {
            FirstSync = Active ?? await LatestRunAsync(cancellationToken);
            NothingYet = FirstSync is null;
            return;
        }

        Period = Period.Of(days, to, Format.DayOf(Now));
        Compared = await database.Reconciliations.FindLastCompleteAsync(Tenant, wholeHistory: false, cancellationToken);
        await ReadSalesAsync(cancellationToken);
        var report = await Insights.GetRfm();
        Grid = RfmGrid.Of(report, Format);
        Moves = LatestWeek(await Insights.GetMovement(1));
        JustIn = await ReadJustInAsync(cancellationToken);
        await ReadChurnAsync(report.Thresholds, cancellationToken);
    }

    private async Task<SyncProgress?> LatestRunAsync(CancellationToken cancellationToken) =>
        await database.SyncRuns.ListAsync(Tenant, 1, cancellationToken) is [var latest, ..] ? latest : null;

    private async Task ReadSalesAsync(CancellationToken cancellationToken)
    {
        var span = await database.Orders.SpanAsync(Tenant, cancellationToken);
        HasBefore = span is { } s && s.FirstDay <= Period.BeforeFrom;
        var sales = await database.Orders.SalesAsync(Tenant, Period.From, Period.To, cancellationToken);
        var before = HasBefore ? await database.Orders.SalesAsync(Tenant, Period.BeforeFrom, Period.BeforeTo, cancellationToken) : null;
        var byDay = await database.Orders.SalesByDayAsync(Tenant, HasBefore ? Period.BeforeFrom : Period.From, Period.To, cancellationToken);
        Figures = SalesFigures.Of(Period, sales, before, Format, Format.Exact(Store.SyncedTo!.Value));
        Trend = SalesFigures.TrendOf(Period, HasBefore, byDay, Format);
        Elsewhere = sales.Orders == 0 && span is { } found ? (found.LastDay, Period.HrefEnding(Period.Days, found.LastDay)) : null;
    }

    private async Task ReadChurnAsync(RfmThresholds thresholds, CancellationToken cancellationToken)
    {
        if (await Forecasts.GetReport() is not { } churn || await Forecasts.GetWorkList(new ChurnQuery { Limit = TodayShown, LateOnly = true }) is not { } list)
        {
            return;
        }

        Figures = [.. Figures, AtRiskFigure.Of(churn, Format)];
        Today = await AtRiskRow.ReadAsync(list.Rows, database.Customers, Tenant, thresholds, cancellationToken);
    }

    private static List<GroupTransition> LatestWeek(ImmutableArray<GroupTransition> moves) =>
        [.. moves.OrderByDescending(m => m.RevenueMinor).ThenByDescending(m => m.Customers).Take(MovesShown)];

    private async Task<IReadOnlyList<(RecentOrder Order, string? Group)>> ReadJustInAsync(CancellationToken cancellationToken)
    {
        var orders = await database.Orders.RecentAsync(Tenant, RecentOrders, cancellationToken);
        var standings = await Task.WhenAll(orders.Select(o => o.CustomerId is { } id ? Insights.GetStanding(id) : Task.FromResult<CustomerStanding?>(null)));
        return [.. orders.Zip(standings, (order, standing) => (order, standing?.Group))];
    }
}
