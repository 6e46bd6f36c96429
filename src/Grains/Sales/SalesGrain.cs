using System.Collections.Immutable;
using Orleans.Runtime;
using XSight.Analytics.Facts;
using XSight.Analytics.Sales;
using XSight.Storage;

namespace XSight.Grains.Sales;

/// <summary>
/// A store's orders in memory. A question first reads the feed to its end, then a scan answers it beside the turn, on a thread of the
/// pool: nobody changes the ledger meanwhile, since the grain takes no other call before the answer is there. The first read of all goes
/// on beside the turns; until it is through, questions are told so after a short wait. A grain of its own, so that a scan delays no score.
/// </summary>
[GrainType("sales")]
[CollectionAgeLimit(Hours = 12)]
public sealed class SalesGrain(IDatabase database, TimeProvider time) : Grain, ISalesGrain, IDisposable
{
    /// <summary>So long questions wait for the first read, counted from its beginning: most stores are read within it.</summary>
    public static readonly TimeSpan FirstReadWait = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private TenantId _tenant;
    private SalesLedger _ledger = null!;
    private SalesFeed _feed = null!;
    private SalesAnswers _answers = null!;
    private Task? _firstRead;
    private DateTimeOffset _waitUntil;
    private bool _read;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _tenant = TenantId.Parse(this.GetPrimaryKeyString());
        _ledger = new SalesLedger();
        _feed = new SalesFeed(_tenant, _ledger, database.Sales);
        _answers = new SalesAnswers(_ledger);
        this.RegisterGrainTimer(OnBeat, new GrainTimerCreationOptions(Beat, Beat));
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _stop.Cancel(); // here and now: CancelAsync would run what was registered off the grain's scheduler
        return Task.CompletedTask;
    }

    public void Dispose() => _stop.Dispose();

    public Task<RevenueReport> GetRevenue(RevenueQuery query, CancellationToken cancellationToken = default) =>
        Answer(query, RevenueReports.Compute, (report, stamp) => report with { Stamp = stamp }, cancellationToken);

    public Task<CohortReport> GetCohorts(CohortQuery query, CancellationToken cancellationToken = default) =>
        Answer(query, CohortReports.Compute, (report, stamp) => report with { Stamp = stamp }, cancellationToken, TitledAsync);

    public Task<ProductReport> GetProducts(ProductQuery query, CancellationToken cancellationToken = default) =>
        Answer(query, ProductReports.Compute, (report, stamp) => report with { Stamp = stamp }, cancellationToken, TitledAsync);

    public Task<FirstProductReport> GetFirstProducts(FirstProductQuery query, CancellationToken cancellationToken = default) =>
        Answer(query, FirstProductReports.Compute, (report, stamp) => report with { Stamp = stamp }, cancellationToken, TitledAsync);

    public Task<RepeatReport> GetRepeat(RepeatQuery query, CancellationToken cancellationToken = default) =>
        Answer(query, RepeatReports.Compute, (report, stamp) => report with { Stamp = stamp }, cancellationToken);

    public Task<ConcentrationReport> GetConcentration(ConcentrationQuery query, CancellationToken cancellationToken = default) =>
        Answer(query, ConcentrationReports.Compute, (report, stamp) => report with { Stamp = stamp }, cancellationToken);

    public Task<BridgeReport> GetBridge(BridgeQuery query, CancellationToken cancellationToken = default) =>
        Answer(query, BridgeReports.Compute, (report, stamp) => report with { Stamp = stamp }, cancellationToken);

    public Task<SalesOrdersPage> GetOrders(SalesOrdersQuery query, CancellationToken cancellationToken = default) =>
        Answer(query, SalesOrdersList.Compute, (page, stamp) => page with { Stamp = stamp }, cancellationToken);

    public Task<SalesPeoplePage> GetPeople(SalesPeopleQuery query, CancellationToken cancellationToken = default) =>
        Answer(query, SalesPeopleList.Compute, (page, stamp) => page with { Stamp = stamp }, cancellationToken);

    public Task Erase()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    /// <summary>The time is taken before the feed is read: what was committed until then is in the answer.</summary>
    private async Task<TReport> Answer<TQuery, TReport>(
        TQuery query,
        Func<SalesLedger, TQuery, SalesStamp, TReport> compute,
        Func<TReport, SalesStamp, TReport> restamp,
        CancellationToken cancellationToken,
        Func<TReport, CancellationToken, Task<TReport>>? complete = null)
        where TQuery : class
        where TReport : class
    {
        var tenant = await GrainFactory.GetGrain<ITenantGrain>(_tenant.Value).Get() ?? throw new InvalidOperationException($"There is no tenant {_tenant}.");
        var now = time.GetUtcNow();
        await ReadAsync(now, cancellationToken);
        var stamp = new SalesStamp(now, tenant.Currency, new ShopCalendar(tenant.TimeZone).DayOf(now), _ledger.FirstDay, _ledger.LastDay);
        if (_answers.Find<TReport>(query, stamp) is { } known)
        {
            return restamp(known, stamp);
        }

        var ledger = _ledger;
        var report = await Task.Run(() => compute(ledger, query, stamp), cancellationToken);
        report = complete is null ? report : await complete(report, cancellationToken);
        _answers.Keep(query, report);
        return report;
    }

    private Task OnBeat(CancellationToken cancellationToken) => _read ? _feed.CatchUpAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Reads the feed to its end; the first time beside the turn, which ends when the patience does.</summary>
    private async Task ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!_read)
        {
            if (_firstRead is null or { IsFaulted: true } or { IsCanceled: true })
            {
                (_firstRead, _waitUntil) = (_feed.CatchUpAsync(_stop.Token), now + FirstReadWait);
            }

            if (!_firstRead.IsCompleted && now < _waitUntil)
            {
                await Task.WhenAny(_firstRead, Task.Delay(_waitUntil - now, time, cancellationToken));
            }

            if (!_firstRead.IsCompleted)
            {
                throw new StoreBeingReadException();
            }

            await _firstRead;
            _read = true;
        }

        await _feed.CatchUpAsync(cancellationToken);
    }

    private async Task<CohortReport> TitledAsync(CohortReport report, CancellationToken cancellationToken) =>
        report with { Titles = await TitlesAsync(report.Segments.Select(s => s.ProductId ?? 0), cancellationToken) };

    private async Task<ProductReport> TitledAsync(ProductReport report, CancellationToken cancellationToken)
    {
        var paired = report.Pairs.SelectMany(pair => new[] { pair.FirstId, pair.SecondId });
        return report with { Titles = await TitlesAsync(report.Products.Select(p => p.ProductId).Concat(paired), cancellationToken) };
    }

    private async Task<FirstProductReport> TitledAsync(FirstProductReport report, CancellationToken cancellationToken) =>
        report with { Titles = await TitlesAsync(report.Products.Select(p => p.ProductId), cancellationToken) };

    private async Task<ImmutableArray<ProductTitle>> TitlesAsync(IEnumerable<long> productIds, CancellationToken cancellationToken)
    {
        var wanted = productIds.Where(id => id != 0).Distinct().ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        var titles = await database.Sales.ReadTitlesAsync(_tenant, wanted, cancellationToken);
        return [.. titles.OrderBy(title => title.Key).Select(title => new ProductTitle(title.Key, title.Value))];
    }
}
