using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using XSight.Grains.Security;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Grains.Tenancy;

/// <summary>
/// A store: who it is, how to reach it, who may see it, and which sync is under way. Once a day a reminder compares the store's webhook
/// subscriptions with what we want; the comparison is no turn, so that nobody waits for the store's answers.
/// </summary>
[GrainType("tenant")]
public sealed partial class TenantGrain(
    [PersistentState(StorageNames.Tenant, StorageNames.Relational)] IPersistentState<TenantState> state,
    IShopifyOAuth oauth,
    IShopifyAdminFactory stores,
    ShopifyOptions shopify,
    IDatabase database,
    SecretBox secrets,
    TimeProvider time,
    ILogger<TenantGrain> logger) : Grain, ITenantGrain, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private TenantId _tenant;
    private Task _repair = Task.CompletedTask;

    private bool Exists => state.RecordExists;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _tenant = TenantId.Parse(this.GetPrimaryKeyString());
        OpenTokens();
        return Task.CompletedTask;
    }

    /// <summary>The repair is not waited for: it may be waiting for this very grain.</summary>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _stop.Cancel(); // here and now: CancelAsync would run what was registered off the grain's scheduler
        return Task.CompletedTask;
    }

    public void Dispose() => _stop.Dispose();

    public Task<TenantView?> Get() => Task.FromResult(Exists ? View() : null);

    public async Task<TenantView> Create(UserKey owner, string name)
    {
        if (!Exists)
        {
            state.State.Name = name;
            state.State.CreatedAt = time.GetUtcNow();
            state.State.Members.Add(new TenantMember(owner, TenantRole.Owner));
            await Write();
        }

        return View();
    }

    public async Task<TenantView> Connect(ShopConnection connection)
    {
        RequireExisting();
        if (state.State.Shop is { } other && other != connection.Shop)
        {
            throw new InvalidOperationException($"This account is connected to {other}; it cannot take {connection.Shop} as well.");
        }

        state.State.Shop = connection.Shop;
        state.State.Name = connection.ShopName;
        state.State.Currency = connection.Currency;
        state.State.TimeZone = connection.TimeZone;
        state.State.Scopes = connection.Scopes;
        state.State.ScopesAt = state.State.ConnectedAt = time.GetUtcNow();
        state.State.DisconnectedAt = null;
        await Keep(connection.Tokens);
        await database.Tenants.SetConnectedAsync(_tenant, true, CancellationToken.None);
        await Schedule();
        TenantLog.Connected(logger, _tenant, connection.Shop);
        await RepairWebhooks();
        return View();
    }

    public async Task<bool> Disconnect(DateTimeOffset at)
    {
        if (!Exists || at < state.State.ConnectedAt)
        {
            return false;
        }

        if (state.State.SealedTokens is not null)
        {
            state.State.SealedTokens = null;
            state.State.Scopes = "";
            state.State.DisconnectedAt = time.GetUtcNow();
            state.State.WebhooksCheckedAt = null;
            state.State.WebhooksLeftOut = [];
            await Write();
            _tokens = null;
            TenantLog.Disconnected(logger, _tenant);
        }

        // Also when the token went before: a crash may have come between.
        await database.Tenants.SetConnectedAsync(_tenant, false, CancellationToken.None);
        await Unschedule();
        if (state.State.ActiveSync is { } active)
        {
            await Run(active).Cancel();
        }

        return true;
    }

    public async Task<bool> ChangeScopes(string scopes, DateTimeOffset at)
    {
        if (_tokens is null || at < state.State.ScopesAt)
        {
            return false;
        }

        state.State.Scopes = scopes;
        state.State.ScopesAt = at;
        await Write();
        TenantLog.ScopesChanged(logger, _tenant, scopes);
        await RepairWebhooks();
        return true;
    }

    public Task RepairWebhooks()
    {
        if (_tokens is not null && _repair.IsCompleted)
        {
            _repair = RepairInBackground();
        }

        return Task.CompletedTask;
    }

    public async Task WebhooksRepaired(ImmutableArray<string> leftOut)
    {
        if (_tokens is null)
        {
            return;
        }

        state.State.WebhooksCheckedAt = time.GetUtcNow();
        state.State.WebhooksLeftOut = [.. leftOut];
        await Write();
    }

    public async Task Erase()
    {
        if (!Exists)
        {
            return;
        }

        await Unschedule();
        foreach (var member in state.State.Members)
        {
            await GrainFactory.GetGrain<IUserGrain>(member.User.ToString()).Leave(_tenant);
        }

        await state.ClearStateAsync();
        _tokens = null;
        TenantLog.Erased(logger, _tenant);
        DeactivateOnIdle();
    }

    public async Task<StartSyncResult> StartSync(SyncKind kind)
    {
        if (state.State.ActiveSync is { } active)
        {
            // Also wakes a run that a crash interrupted.
            await Run(active).Start(kind);
            return new StartSyncResult(active, false);
        }

        if (_tokens is null)
        {
            return new StartSyncResult(null, false);
        }

        var run = SyncRunId.New(time.GetUtcNow());
        state.State.ActiveSync = run;
        await Write();
        await Run(run).Start(SyncSchedule.KindOf(kind, state.State.SyncedTo));
        return new StartSyncResult(run, true);
    }

    public Task<SyncRunId?> GetActiveSync() => Task.FromResult(state.State.ActiveSync);

    public async Task SyncEnded(SyncProgress outcome)
    {
        if (state.State.ActiveSync != outcome.Run)
        {
            return;
        }

        state.State.ActiveSync = null;
        if (outcome is { Phase: SyncPhase.Completed, Kind: not SyncKind.Reconcile })
        {
            state.State.SyncedTo = outcome.StartedAt;
        }

        await Write();
        if (_tokens is not null)
        {
            await Schedule();
        }
    }

    public Task<ImmutableArray<TenantMember>> GetMembers() => Task.FromResult(state.State.Members.ToImmutableArray());

    private ISyncRunGrain Run(SyncRunId run) => GrainFactory.GetGrain<ISyncRunGrain>(new SyncRunKey(_tenant, run).ToString());

    private async Task RepairInBackground()
    {
        await Task.Yield(); // the call that began it returns at once
        TenantScope.Enter(_tenant);
        var self = GrainFactory.GetGrain<ITenantGrain>(_tenant.Value);
        try
        {
            if (await self.GetAccess() is { } access && await self.Get() is { } tenant)
            {
                var store = stores.Create(access.Shop, access.Currency, async _ =>
                    (await self.GetAccess())?.AccessToken ?? throw new ShopifyException(ShopifyErrorKind.Unauthorized, "The store was disconnected."));
                var leftOut = await new WebhookRepair(_tenant, store, shopify.AppUrl, logger).RunAsync(tenant.Scopes, _stop.Token);
                await self.WebhooksRepaired(leftOut);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Deactivated: the next day's reminder, or the next connect, compares again.
        }
        catch (Exception error)
        {
            TenantLog.WebhooksNotRepaired(logger, _tenant, error);
        }
    }

    /// <summary>A write that fails has happened or has not: whoever calls next gets an activation that read what is stored.</summary>
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

    private void RequireExisting()
    {
        if (!Exists)
        {
            throw new InvalidOperationException($"There is no tenant {_tenant}.");
        }
    }

    private TenantView View() => new()
    {
        Tenant = _tenant,
        Name = state.State.Name,
        Shop = state.State.Shop,
        Currency = state.State.Currency,
        TimeZone = state.State.TimeZone,
        Connected = _tokens is not null,
        SyncedTo = state.State.SyncedTo,
        CreatedAt = state.State.CreatedAt,
        Scopes = state.State.Scopes,
        MissingScopes = _tokens is null ? [] : [.. AccessScopes.Missing(state.State.Scopes, shopify.Scopes)],
        DisconnectedAt = state.State.DisconnectedAt,
        WebhooksCheckedAt = state.State.WebhooksCheckedAt,
        WebhooksLeftOut = [.. state.State.WebhooksLeftOut],
        RevenueRefunds = state.State.RevenueRefunds,
    };
}
