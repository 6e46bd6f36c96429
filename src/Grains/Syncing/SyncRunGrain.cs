using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Streams;
using XSight.Grains.Hosting;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Grains.Syncing;

/// <summary>
/// One sync run. The work is no grain call: it goes on in the background, writes a checkpoint after every batch, and is taken up again
/// by the reminder, or by the next <see cref="Start"/>, when a crash interrupted it. Whatever was merged is derived before the run
/// ends, also when it was cancelled or failed, so that figures and facts always agree.
/// </summary>
[GrainType("sync-run")]
public sealed partial class SyncRunGrain(
    [PersistentState(StorageNames.SyncRun, StorageNames.Relational)] IPersistentState<SyncRunState> state,
    IShopifyAdminFactory stores,
    IBulkResultReader reader,
    IDatabase database,
    TimeProvider time,
    ILogger<SyncRunGrain> logger) : Grain, ISyncRunGrain, IRemindable, IDisposable
{
    public const int AttemptsMax = 5;
    private const string ResumeReminder = "resume";
    private static readonly TimeSpan ResumeEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StayActive = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PublishEvery = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _cancel = new();
    private readonly RateMeter _rate = new(time);
    private SyncRunKey _key;
    private Task _work = Task.CompletedTask;
    private bool _announced;
    private int _attempts;
    private long _publishedAt;
    private SyncPhase? _publishedPhase;

    private ITenantGrain Tenant => GrainFactory.GetGrain<ITenantGrain>(_key.Tenant.Value);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _key = SyncRunKey.Parse(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _stop.Cancel(); // here and now: CancelAsync would run what was registered off the grain's scheduler
        return _work;
    }

    public async Task Start(SyncKind kind)
    {
        if (!state.RecordExists)
        {
            state.State = new SyncRunState { Kind = kind, Phase = SyncPhase.Queued, StartedAt = time.GetUtcNow(), Revision = 1 };
            await Write();
            await this.RegisterOrUpdateReminder(ResumeReminder, ResumeEvery, ResumeEvery);
        }

        EnsureWorking();
    }

    public Task<SyncProgress?> GetProgress() => Task.FromResult(state.RecordExists ? Progress() : null);

    public Task Cancel()
    {
        if (state.RecordExists && !state.State.Ended)
        {
            // The work writes it with its next checkpoint: only the work writes while it runs.
            state.State.CancelRequested = true;
            _cancel.Cancel();
            EnsureWorking();
        }

        return Task.CompletedTask;
    }

    public async Task Erase()
    {
        if (!state.RecordExists)
        {
            return;
        }

        await Cancel();
        await _work;
        if (await this.GetReminder(ResumeReminder) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }

        await state.ClearStateAsync();
        DeactivateOnIdle();
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        EnsureWorking();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _stop.Dispose();
        _cancel.Dispose();
    }

    private void EnsureWorking()
    {
        if (_work.IsCompleted && !_announced && state.RecordExists)
        {
            _work = Work();
        }
    }

    private async Task Work()
    {
        await Task.Yield(); // the call that began the work returns at once
        TenantScope.Enter(_key.Tenant);
        try
        {
            if (!state.State.Ended)
            {
                await Sync();
            }

            await Announce();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Deactivated: the checkpoint says where to go on.
        }
        catch (Exception error)
        {
            // Ours, not the store's: a database that does not answer. The reminder tries again from the checkpoint.
            SyncLog.Interrupted(logger, _key.Tenant, _key.Run, ++_attempts, error);
            if (_attempts >= AttemptsMax)
            {
                state.State.Failure = SyncFailure.InWords(error);
            }
        }
    }

    private async Task End(SyncPhase outcome, string? message)
    {
        state.State.Phase = outcome;
        state.State.Message = message;
        state.State.EndedAt = time.GetUtcNow();
        state.State.Percent = outcome == SyncPhase.Completed ? 100 : state.State.Percent;
        state.State.Revision++;
        await Write();
        GrainSignals.SyncEnds.Add(1, new KeyValuePair<string, object?>("xsight.outcome", outcome.ToString()));
        SyncLog.Ended(logger, _key.Tenant, _key.Run, outcome, state.State.Customers.RecordsDone, state.State.Orders.RecordsDone);
    }

    /// <summary>Told again after a crash, until everybody knows; each of the listeners is idempotent. Browsers last: they ask the tenant at once.</summary>
    private async Task Announce()
    {
        await database.SyncRuns.SaveAsync(Progress(), _stop.Token);
        await Tenant.SyncEnded(Progress());

        // Whom a webhook touched after our last pass, nobody has derived: it left that to us.
        await GrainFactory.GetGrain<ITenantIngestGrain>(_key.Tenant.Value).Wake();
        if (await this.GetReminder(ResumeReminder) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }

        _announced = true;
        await Publish();
    }

    /// <summary>A write that fails has happened or has not: the work goes on in an activation that read what is stored.</summary>
    private async Task Write()
    {
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    private async Task Checkpoint()
    {
        state.State.Revision++;
        await Write();
        DelayDeactivation(StayActive);
        _rate.Sample(state.State.RecordsDone);
        await Publish();
    }

    /// <summary>Every change of phase, and now and then in between. The stream carries hints: whoever missed one asks.</summary>
    private async Task Publish()
    {
        var phaseChanged = _publishedPhase != state.State.Phase;
        if (!phaseChanged && time.GetElapsedTime(_publishedAt) < PublishEvery)
        {
            return;
        }

        (_publishedPhase, _publishedAt) = (state.State.Phase, time.GetTimestamp());
        if (phaseChanged)
        {
            await database.SyncRuns.SaveAsync(Progress(), _stop.Token);
        }

        await this.GetStreamProvider(StreamNames.Provider)
            .GetStream<SyncProgress>(StreamId.Create(StreamNames.Sync, _key.Tenant.Value))
            .OnNextAsync(Progress());
    }

    private async ValueTask<string> Token(CancellationToken cancellationToken) =>
        (await Tenant.GetAccess())?.AccessToken ?? throw new ShopifyException(ShopifyErrorKind.Unauthorized, "The store was disconnected.");

    private SyncProgress Progress()
    {
        var run = state.State;
        var total = run.CustomersTotal + run.OrdersTotal;
        var rate = run.Ended ? 0 : _rate.PerSecond;
        return new SyncProgress
        {
            Tenant = _key.Tenant,
            Run = _key.Run,
            Kind = run.Kind,
            Phase = run.Phase,
            Percent = run.Percent,
            CustomersDone = run.Customers.RecordsDone,
            OrdersDone = run.Orders.RecordsDone,
            CustomersTotal = run.CustomersTotal,
            OrdersTotal = run.OrdersTotal,
            RatePerSecond = rate,
            SecondsLeft = rate > 0 && total is { } all ? Math.Max(0, all - run.RecordsDone) / rate : null,
            StartedAt = run.StartedAt,
            EndedAt = run.EndedAt,
            Message = run.Message,
            Revision = run.Revision,
        };
    }
}
