using XSight.Grains.Reconciling;
using XSight.Shopify;

namespace XSight.Grains.Syncing;

/// <summary>What a run does, from its checkpoint on: read, compare, derive.</summary>
public sealed partial class SyncRunGrain
{
    /// <summary>An incremental run reads from this long before the last completed run began: clocks differ, and a store's search lags behind its data.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>Calls to catch up with the change feed; enough for two hundred million changes.</summary>
    private const int CatchUpCallsMax = 1_000;

    private async Task Sync()
    {
        var access = await Tenant.GetAccess();
        if (access is null)
        {
            await End(SyncPhase.Failed, SyncFailure.InWords(new ShopifyException(ShopifyErrorKind.Unauthorized, "The store is not connected.")));
            return;
        }

        if (state.State is { Kind: SyncKind.Incremental, UpdatedSince: null })
        {
            state.State.UpdatedSince = (await Tenant.Get())?.SyncedTo - Overlap;
        }

        var store = stores.Create(access.Shop, access.Currency, Token);
        var engine = new SyncEngine(store, reader, database.Facts, time, _key.Tenant, access, state.State, Checkpoint);
        await Read(engine);
        await Compare(new Reconciler(store, database, time, _key.Tenant, _key.Run, access, state.State, Checkpoint));
        await engine.DeriveAsync(_stop.Token);
        await CatchUp();
        await End(Outcome(), state.State.Failure);
    }

    private async Task Read(SyncEngine engine)
    {
        if (IsCutShort)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, _cancel.Token);
        try
        {
            await engine.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (_cancel.IsCancellationRequested && !_stop.IsCancellationRequested)
        {
            await Abandon(engine);
        }
        catch (ShopifyException error)
        {
            SyncLog.StoreFailed(logger, _key.Tenant, _key.Run, error.Kind, error);
            state.State.Failure = SyncFailure.InWords(error);
        }
    }

    /// <summary>What was read stays good when the comparison fails: only a run that had nothing else to do fails with it.</summary>
    private async Task Compare(Reconciler reconciler)
    {
        if (IsCutShort || state.State.Reconcile.Done)
        {
            return;
        }

        state.State.Phase = SyncPhase.Comparing;
        await Checkpoint();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, _cancel.Token);
        try
        {
            await reconciler.RunAsync(either.Token);
        }
        catch (OperationCanceledException) when (_cancel.IsCancellationRequested && !_stop.IsCancellationRequested)
        {
            // Cancelled: what is mended stays, and nothing is claimed.
        }
        catch (ShopifyException error)
        {
            SyncLog.StoreFailed(logger, _key.Tenant, _key.Run, error.Kind, error);
            var words = SyncFailure.InWords(error);
            state.State.Failure = state.State.Kind == SyncKind.Reconcile ? words : null;
            await reconciler.BreakOffAsync(words, _stop.Token);
        }
    }

    /// <summary>In calls that each end in time, however long the feed is.</summary>
    private async Task CatchUp()
    {
        var insights = GrainFactory.GetGrain<IInsightsGrain>(_key.Tenant.Value);
        var reached = 0L;
        for (var call = 0; call < CatchUpCallsMax; call++)
        {
            var before = reached;
            reached = await insights.CatchUp(_stop.Token);
            if (call > 0 && reached - before < IInsightsGrain.CatchUpRows)
            {
                return;
            }
        }
    }

    private async Task Abandon(SyncEngine engine)
    {
        try
        {
            await engine.AbandonAsync(_stop.Token);
        }
        catch (ShopifyException error)
        {
            SyncLog.StoreFailed(logger, _key.Tenant, _key.Run, error.Kind, error);
        }
    }

    private bool IsCutShort => state.State.CancelRequested || state.State.Failure is not null;

    private SyncPhase Outcome() => state.State switch
    {
        { CancelRequested: true } => SyncPhase.Cancelled,
        { Failure: not null } => SyncPhase.Failed,
        _ => SyncPhase.Completed,
    };
}
