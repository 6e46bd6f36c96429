using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using XSight.Grains.Security;
using XSight.Shopify;

namespace XSight.Grains.Tenancy;

/// <summary>A store: who it is, how to reach it, who may see it, and which sync is under way.</summary>
[GrainType("tenant")]
public sealed class TenantGrain(
    [PersistentState(StorageNames.Tenant, StorageNames.Relational)] IPersistentState<TenantState> state,
    IShopifyOAuth oauth,
    SecretBox secrets,
    TimeProvider time,
    ILogger<TenantGrain> logger) : Grain, ITenantGrain
{
    /// <summary>A token is renewed this long before it ends, so that whoever gets one can finish a request with it.</summary>
    public static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(2);

    private TenantId _tenant;
    private ShopTokens? _tokens;

    private bool Exists => state.RecordExists;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _tenant = TenantId.Parse(this.GetPrimaryKeyString());
        _tokens = state.State.SealedTokens is { } box
            ? JsonSerializer.Deserialize<ShopTokens>(secrets.Open(box, _tenant.Value))
            : null;
        return Task.CompletedTask;
    }

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
        state.State.ConnectedAt = time.GetUtcNow();
        await Keep(connection.Tokens);
        TenantLog.Connected(logger, _tenant, connection.Shop);
        return View();
    }

    public async Task Disconnect(DateTimeOffset at)
    {
        if (_tokens is null || at < state.State.ConnectedAt)
        {
            return;
        }

        state.State.SealedTokens = null;
        state.State.Scopes = "";
        await Write();
        _tokens = null;
        TenantLog.Disconnected(logger, _tenant);
        if (state.State.ActiveSync is { } active)
        {
            await Run(active).Cancel();
        }
    }

    public async Task<ShopAccess?> GetAccess()
    {
        if (state.State.Shop is not { } shop || _tokens is null)
        {
            return null;
        }

        // One turn at a time: two callers never spend the same refresh token.
        if (_tokens.AccessTokenExpiresAt - time.GetUtcNow() < RenewBefore)
        {
            var grant = await oauth.RefreshAsync(shop, _tokens.RefreshToken, CancellationToken.None);
            await Keep(grant.Tokens);
            TenantLog.TokenRenewed(logger, _tenant, shop);
        }

        return new ShopAccess(shop, _tokens.AccessToken, state.State.Currency, state.State.TimeZone);
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
        await Run(run).Start(kind);
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
        if (outcome.Phase == SyncPhase.Completed)
        {
            state.State.SyncedTo = outcome.StartedAt;
        }

        await Write();
    }

    public Task<ImmutableArray<TenantMember>> GetMembers() => Task.FromResult(state.State.Members.ToImmutableArray());

    private ISyncRunGrain Run(SyncRunId run) => GrainFactory.GetGrain<ISyncRunGrain>(new SyncRunKey(_tenant, run).ToString());

    /// <summary>The pair is replaced in one write: a crash leaves the old pair or the new one.</summary>
    private async Task Keep(ShopTokens tokens)
    {
        state.State.SealedTokens = secrets.Seal(JsonSerializer.Serialize(tokens), _tenant.Value);
        await Write();
        _tokens = tokens;
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
    };
}
