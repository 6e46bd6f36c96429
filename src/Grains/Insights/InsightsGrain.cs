using System.Collections.Immutable;
using Orleans.Runtime;
using Orleans.Streams;
using XSight.Analytics.Facts;
using XSight.Analytics.Rfm;
using XSight.Storage;

namespace XSight.Grains.Insights;

/// <summary>
/// A store's population in memory, exact after every message. Built from the change feed at activation, repaired by it at a slow beat,
/// and swept a few times a second for customers who changed groups.
/// </summary>
[GrainType("insights")]
[KeepAlive]
public sealed class InsightsGrain(
    [PersistentState(StorageNames.Insights, StorageNames.Relational)] IPersistentState<InsightsState> state,
    IDatabase database,
    TimeProvider time) : Grain, IInsightsGrain
{
    public const int MovementWeeksMax = 104;
    private const int PaceDays = 28;
    private const int DaysPerWeek = 7;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMilliseconds(250);

    private TenantId _tenant;
    private RfmPopulation _population = null!;
    private PopulationFeed _feed = null!;
    private GroupJournal _journal = null!;
    private double _buyersPerDay;
    private bool _dirty;

    private ITenantGrain Tenant => GrainFactory.GetGrain<ITenantGrain>(_tenant.Value);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _tenant = TenantId.Parse(this.GetPrimaryKeyString());
        _population = new RfmPopulation(state.State.Profile ?? RfmProfiles.Shopify);
        _feed = new PopulationFeed(_tenant, _population, database.Facts);
        _journal = new GroupJournal(_tenant, _population, database.Groups);
        _dirty = await _feed.CatchUpAsync(cancellationToken);
        await _journal.RestoreAsync(cancellationToken);
        this.RegisterGrainTimer(OnBeat, new GrainTimerCreationOptions(TimeSpan.Zero, Beat));
        this.RegisterGrainTimer(OnSweep, new GrainTimerCreationOptions(SweepEvery, SweepEvery));
    }

    public async Task<RfmReport> GetRfm()
    {
        var tenant = await RequireTenant();
        return new RfmReport
        {
            AsOf = time.GetUtcNow(),
            Thresholds = _population.Thresholds,
            Eligible = _population.Eligible,
            Prospects = _population.Prospects,
            Currency = tenant.Currency,
            Scores = _population.TripleCounts,
            Groups = _population.GroupCounts(),
            HighValueCustomers = _population.HighValueCustomers,
            HighValueMinor = _population.HighValueMinor,
            ChangeSeq = _feed.Position,
        };
    }

    public Task<RfmThresholds> GetThresholds() => Task.FromResult(_population.Thresholds);

    public async Task<CustomerStanding?> GetStanding(long customerId)
    {
        var today = (await Calendar()).DayOf(time.GetUtcNow());
        return _population.StandingOf(customerId, today, _buyersPerDay);
    }

    public async Task<ImmutableArray<GroupTransition>> GetMovement(int weeks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weeks, MovementWeeksMax);
        var thisWeek = ShopCalendar.MondayOf((await Calendar()).DayOf(time.GetUtcNow()));
        return [.. await database.Groups.ReadTransitionsAsync(_tenant, thisWeek - ((weeks - 1) * DaysPerWeek), CancellationToken.None)];
    }

    public Task Apply(CustomerChange change)
    {
        _dirty |= _feed.Apply(change);
        return Task.CompletedTask;
    }

    public async Task<long> CatchUp(CancellationToken cancellationToken = default)
    {
        _dirty |= await _feed.CatchUpAsync(cancellationToken, IInsightsGrain.CatchUpRows / PopulationFeed.PageSize);
        return _feed.Position;
    }

    public async Task SetProfile(RfmProfileDefinition profile)
    {
        state.State.Profile = profile;
        await state.WriteStateAsync();
        _population.SetProfile(profile);
        _dirty = true;
    }

    public async Task Erase()
    {
        if (state.RecordExists)
        {
            await state.ClearStateAsync();
        }

        DeactivateOnIdle();
    }

    private async Task OnBeat(CancellationToken cancellationToken)
    {
        _dirty |= await _feed.CatchUpAsync(cancellationToken);
        TenantScope.Enter(_tenant);
        var today = (await Calendar()).DayOf(time.GetUtcNow());
        var sales = await database.Orders.SalesAsync(_tenant, today - PaceDays, today - 1, cancellationToken);
        _buyersPerDay = (double)sales.Buyers / PaceDays;
    }

    /// <summary>While a sync runs, groups wait for its end: half of a history would move everybody to and fro.</summary>
    private async Task OnSweep(CancellationToken cancellationToken)
    {
        if (!_dirty)
        {
            return;
        }

        TenantScope.Enter(_tenant);
        if (await Tenant.GetActiveSync() is null)
        {
            await _journal.WriteMovesAsync(time.GetUtcNow(), await Calendar(), cancellationToken);
            _dirty = false;
        }

        await this.GetStreamProvider(StreamNames.Provider)
            .GetStream<InsightsChanged>(StreamId.Create(StreamNames.Insights, _tenant.Value))
            .OnNextAsync(new InsightsChanged(_tenant, _feed.Position, _population.Eligible, time.GetUtcNow()));
    }

    private async Task<ShopCalendar> Calendar() => new((await RequireTenant()).TimeZone);

    private async Task<TenantView> RequireTenant() =>
        await Tenant.Get() ?? throw new InvalidOperationException($"There is no tenant {_tenant}.");
}
