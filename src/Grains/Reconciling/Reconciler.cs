using XSight.Analytics.Facts;
using XSight.Grains.Syncing;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Grains.Reconciling;

/// <summary>
/// Compares what is here with what the store has, mends what differs, and writes down what it found. Orders are compared by when they
/// last changed: one that is missing, outdated or deleted over there makes some window's number differ, since each of its states has
/// an instant of its own. The recent days are compared order by order; the history by counts, halved where they differ until a page
/// holds the rest. May be killed between any two statements and begun again.
/// </summary>
public sealed class Reconciler(
    IShopifyAdmin store,
    IDatabase database,
    TimeProvider time,
    TenantId tenant,
    SyncRunId run,
    ShopAccess shop,
    SyncRunState state,
    Func<Task> checkpoint)
{
    /// <summary>Orders that changed in these days are compared one by one, in every run.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    /// <summary>The recent window reaches back at least this far before the end of the last one: a store's search lags behind its orders.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <summary>The run is complete to this long before it began: later changes have their webhooks still on the way.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);

    /// <summary>How often the history is compared window by window; in between its orders are counted as a whole.</summary>
    public static readonly TimeSpan WholeHistoryEvery = TimeSpan.FromHours(24);

    /// <summary>Orders that are listed before they are compared and the checkpoint moves on.</summary>
    public const int ChunkOrders = 5_000;

    /// <summary>Orders of a window of the history.</summary>
    public const int PieceOrders = 2_500;

    /// <summary>A window with at most so many orders on either side is listed instead of halved: one page.</summary>
    public const int LeafOrders = 250;

    /// <summary>Windows that one run counts at the store; two thousand requests find some hundred scattered differences.</summary>
    public const int CountsMax = 2_000;

    /// <summary>No order of any store is older.</summary>
    private static readonly DateTimeOffset Earliest = new(2004, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan NarrowestWindow = TimeSpan.FromSeconds(1);

    private readonly WindowComparison _comparison = new(store, database, time, tenant, shop);

    private ReconcileState Progress => state.Reconcile;

    /// <summary>Compares everything the run has not compared yet.</summary>
    /// <exception cref="ShopifyException">The store cannot be asked to the end.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Progress.StartedAt is null)
        {
            await PlanAsync(cancellationToken);
        }

        await CompareRangeAsync(Progress.RecentDoneTo, Progress.To, isRecent: true, cancellationToken);
        var message = await CompareHistoryAsync(cancellationToken) ? null : SyncFailure.TooMuchDiffers;
        await EndAsync(message, cancellationToken);
    }

    /// <summary>Writes down that the comparison came to no end, and why; what was mended stays mended.</summary>
    public async Task BreakOffAsync(string message, CancellationToken cancellationToken)
    {
        Progress.StartedAt ??= time.GetUtcNow();
        await EndAsync(message, cancellationToken);
    }

    private async Task PlanAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var last = await database.Reconciliations.FindLastCompleteAsync(tenant, wholeHistory: false, cancellationToken);
        var whole = await database.Reconciliations.FindLastCompleteAsync(tenant, wholeHistory: true, cancellationToken);
        var to = WholeSecond(now - Settle);
        var recent = to - Recent;
        Progress.To = to;
        Progress.RecentFrom = Progress.RecentDoneTo = last?.CompleteTo - Overlap is { } reached && reached < recent ? WholeSecond(reached) : recent;
        Progress.CoveredFrom = Progress.RecentFrom;
        Progress.WholeHistory = shop.ReadsAllOrders
            && (state.Kind != SyncKind.Incremental || whole is null || now - whole.StartedAt >= WholeHistoryEvery);
        Progress.StartedAt = now;
        await checkpoint();
    }

    /// <summary>Order by order; a chunk of the store's list at a time, so that a long one needs neither much memory nor deep pages.</summary>
    private async Task CompareRangeAsync(DateTimeOffset from, DateTimeOffset to, bool isRecent, CancellationToken cancellationToken)
    {
        while (from < to)
        {
            var (theirs, until) = await ListChunkAsync(from, to, cancellationToken);
            Progress.Add(await _comparison.RunAsync(theirs, from, until, Progress.To, cancellationToken));
            Progress.OrdersListed += theirs.Count;
            from = until;
            if (isRecent)
            {
                Progress.OrdersCompared += theirs.Count;
                Progress.RecentDoneTo = until;
                state.Raise(SyncPercent.Comparing(Share(Progress.RecentFrom, until, to) / 2, state.Kind));
                await checkpoint();
            }
        }
    }

    /// <summary>The store's orders from an instant on, and up to when they are all of them.</summary>
    private async Task<(List<OrderVersion> Orders, DateTimeOffset Until)> ListChunkAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var orders = new List<OrderVersion>();
        string? cursor = null;
        do
        {
            var page = await store.ListOrderVersionsAsync(from, to, cursor, cancellationToken);
            orders.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null && !(orders.Count >= ChunkOrders && orders[^1].UpdatedAt > from));

        if (cursor is null)
        {
            return (orders, to);
        }

        // The next chunk begins at the last instant seen, of which there may be more.
        var until = orders[^1].UpdatedAt;
        orders.RemoveAll(o => o.UpdatedAt >= until);
        return (orders, until);
    }

    /// <summary>False when so much differs that the limit of requests was reached.</summary>
    private async Task<bool> CompareHistoryAsync(CancellationToken cancellationToken)
    {
        var end = Progress.RecentFrom;
        if (!shop.ReadsAllOrders || Progress.HistoryDoneTo == end)
        {
            return true;
        }

        if (Progress.HistoryDoneTo is null)
        {
            var theirs = await store.CountOrdersAsync(Earliest, end, cancellationToken);
            var ours = await database.Reconciliations.CountOrdersAsync(tenant, Earliest, end, cancellationToken);
            Progress.OrdersCompared += theirs.Orders;
            Progress.WholeHistory |= !Agree(theirs, ours);
            Progress.CoveredFrom = await CoveredFromAsync(cancellationToken);
        }

        return !Progress.WholeHistory || await CompareWindowsAsync(end, cancellationToken);
    }

    private async Task<DateTimeOffset> CoveredFromAsync(CancellationToken cancellationToken) =>
        await database.Reconciliations.OldestChangeAsync(tenant, cancellationToken) is { } oldest && oldest < Progress.CoveredFrom
            ? oldest
            : Progress.CoveredFrom;

    private async Task<bool> CompareWindowsAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        var from = Progress.HistoryDoneTo ?? Earliest;
        var first = from;
        var cuts = await database.Reconciliations.CutAsync(tenant, from, end, PieceOrders, cancellationToken);
        foreach (var to in cuts.Append(end))
        {
            if (!await NarrowAsync(from, to, cancellationToken))
            {
                return false;
            }

            Progress.HistoryDoneTo = from = to;
            state.Raise(SyncPercent.Comparing(0.5 + (Share(first, to, end) / 2), state.Kind));
            await checkpoint();
        }

        return true;
    }

    /// <summary>Counts a window here and there and, where the counts differ, its halves, until what is left is short enough to be listed.</summary>
    private async Task<bool> NarrowAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var open = new Stack<(DateTimeOffset From, DateTimeOffset To)>([(from, to)]);
        while (open.TryPop(out var window))
        {
            if (Progress.Counts++ == CountsMax)
            {
                return false;
            }

            var theirs = await store.CountOrdersAsync(window.From, window.To, cancellationToken);
            var ours = await database.Reconciliations.CountOrdersAsync(tenant, window.From, window.To, cancellationToken);
            if (Agree(theirs, ours))
            {
                continue;
            }

            if (Math.Max(theirs.Orders, ours) <= LeafOrders || window.To - window.From <= NarrowestWindow)
            {
                await CompareRangeAsync(window.From, window.To, isRecent: false, cancellationToken);
                continue;
            }

            var middle = WholeSecond(window.From + ((window.To - window.From) / 2));
            open.Push((middle, window.To));
            open.Push((window.From, middle));
        }

        return true;
    }

    private async Task EndAsync(string? message, CancellationToken cancellationToken)
    {
        var calendar = new ShopCalendar(shop.TimeZone);
        await database.Reconciliations.SaveAsync(
            new Reconciliation
            {
                Tenant = tenant,
                Run = run,
                StartedAt = Progress.StartedAt!.Value,
                EndedAt = time.GetUtcNow(),
                CompleteTo = message is null ? Progress.To : null,
                Days = Progress.To == default ? 0 : calendar.DayOf(Progress.To) - calendar.DayOf(Progress.CoveredFrom) + 1,
                WholeHistory = Progress.WholeHistory,
                OrdersCompared = Progress.OrdersCompared,
                OrdersListed = Progress.OrdersListed,
                Missing = Progress.Missing,
                Outdated = Progress.Outdated,
                Surplus = Progress.Surplus,
                Mended = Progress.Mended,
                Message = message,
            },
            cancellationToken);
        Progress.Done = true;
        await checkpoint();
    }

    private static bool Agree(StoreCount theirs, long ours) => theirs.IsExact && theirs.Orders == ours;

    private static double Share(DateTimeOffset from, DateTimeOffset reached, DateTimeOffset to) => to > from ? (reached - from) / (to - from) : 1;

    private static DateTimeOffset WholeSecond(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
