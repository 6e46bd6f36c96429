using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using XSight.Analytics.Churn;
using XSight.Analytics.Facts;
using XSight.Storage;

namespace XSight.Grains.Churn;

/// <summary>
/// A store's forecasts. Purchases are read from Storage's feed at activation and follow it; fits and the book of everybody's risk are
/// computed aside on a beat, and answers come from the latest. A single customer is always evaluated anew, over orders as they are. A grain
/// beside the one of sales, which takes no other call while it scans: a fit delays no report, a scan no forecast, and nothing but
/// Storage's feed passes between them.
/// </summary>
[GrainType("churn")]
[KeepAlive]
public sealed class ChurnGrain : Grain, IChurnGrain
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(5);

    /// <summary>After a restart a question waits so long for the store's orders to be read; then it is told that there is nothing yet.</summary>
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(10);

    private readonly IPersistentState<ForecastState> _state;
    private readonly IDatabase _database;
    private readonly TimeProvider _time;
    private readonly ILogger<ChurnGrain> _logger;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TenantId _tenant;
    private PurchaseFeed _feed = null!;
    private ForecastKeeper _keeper = null!;
    private DateTimeOffset _notBefore;
    private bool _erased;

    public ChurnGrain(
        [PersistentState(StorageNames.Forecast, StorageNames.Relational)] IPersistentState<ForecastState> state,
        IDatabase database,
        TimeProvider time,
        ILogger<ChurnGrain> logger)
    {
        _state = state;
        _database = database;
        _time = time;
        _logger = logger;
    }

    private ITenantGrain Tenant => GrainFactory.GetGrain<ITenantGrain>(_tenant.Value);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _tenant = TenantId.Parse(this.GetPrimaryKeyString());
        _feed = new PurchaseFeed(_tenant, _database.Sales);
        _keeper = new ForecastKeeper(_feed.Ledger, _state);
        this.RegisterGrainTimer(OnBeat, new GrainTimerCreationOptions(TimeSpan.Zero, Beat) { Interleave = true });
        return Task.CompletedTask;
    }

    public async Task<ChurnReport?> GetReport()
    {
        await BookAsync();
        return _keeper.Report();
    }

    public Task<ForecastModel?> GetModel() => Task.FromResult(_keeper.Model);

    public async Task<ChurnPage?> GetWorkList(ChurnQuery query)
    {
        await BookAsync();
        return _keeper.Page(query);
    }

    public async Task<ImmutableArray<ChurnRow?>> GetRows(ImmutableArray<long> customerIds)
    {
        await BookAsync();
        return _keeper.Rows(customerIds, await TodayAsync());
    }

    public async Task<CustomerOutlook?> GetOutlook(long customerId)
    {
        await BookAsync();
        if (_keeper.HasBook)
        {
            await _feed.CatchUpAsync(CancellationToken.None);
        }

        return _keeper.OutlookOf(customerId, await TodayAsync(), _time.GetUtcNow());
    }

    public Task SetHorizon(int days) => _keeper.SetHorizonAsync(days);

    public async Task Erase()
    {
        _erased = true;
        await _state.ClearStateAsync();
        DeactivateOnIdle();
    }

    /// <summary>Where a model is kept, its book is a moment away; a first fit is not waited for.</summary>
    private async Task BookAsync()
    {
        if (_keeper.HasBook || _keeper.Model is null)
        {
            return;
        }

        await Task.WhenAny(_ready.Task, Task.Delay(WaitMax, _time));
    }

    /// <summary>
    /// Reads what is new, computes what is due aside, and swaps it in. Interleaves: questions are answered meanwhile. Before the first load
    /// is through, half of a history would teach nothing.
    /// </summary>
    private async Task OnBeat(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        if (now < _notBefore)
        {
            return;
        }

        try
        {
            TenantScope.Enter(_tenant);
            if (await Tenant.Get() is not { SyncedTo: not null })
            {
                return;
            }

            await _feed.CatchUpAsync(cancellationToken);
            if (await _keeper.NextWorkAsync(await TodayAsync(), now, _feed.ChangeSeq, ScoresAsync) is not { } work)
            {
                return;
            }

            var result = await Task.Run(work.Run, cancellationToken);
            if (_erased)
            {
                return;
            }

            await _keeper.TakeAsync(result);
            _ready.TrySetResult();
            if (work.Model is null)
            {
                ChurnLog.Fitted(_logger, _tenant, result.Model.Customers, (long)result.FitTook.TotalMilliseconds, result.Model.Name, result.Model.Gate);
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // What is known stays; a store whose data break the arithmetic must not keep the machine busy.
            ChurnLog.Failed(_logger, error, _tenant);
            _notBefore = now + RetryAfter;
        }
    }

    private async Task<GroupScores> ScoresAsync() => new(await GrainFactory.GetGrain<IInsightsGrain>(_tenant.Value).GetThresholds());

    private async Task<int> TodayAsync()
    {
        TenantScope.Enter(_tenant);
        var tenant = await Tenant.Get() ?? throw new InvalidOperationException($"There is no tenant {_tenant}.");
        return new ShopCalendar(tenant.TimeZone).DayOf(_time.GetUtcNow());
    }
}
