using System.Collections.Immutable;
using Orleans.Runtime;

namespace XSight.Grains.Accounts;

/// <summary>
/// An account, and the guard of its password: after <see cref="FailuresMax"/> wrong ones in a row it is locked for a while. The count
/// lives in memory, the lock on disk, and an address without an account leaves no row.
/// </summary>
[GrainType("user")]
public sealed class UserGrain(
    [PersistentState(StorageNames.User, StorageNames.Relational)] IPersistentState<UserState> state,
    TimeProvider time) : Grain, IUserGrain
{
    public const int FailuresMax = 10;
    public static readonly TimeSpan LockDuration = TimeSpan.FromMinutes(15);

    private int _openAttempts;
    private DateTimeOffset? _lockedUntil;

    private bool Exists => state.State.PasswordHash is not null;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _lockedUntil = state.State.LockedUntil;
        return Task.CompletedTask;
    }

    public async Task<bool> SignUp(string name, string passwordHash)
    {
        if (Exists)
        {
            return state.State.PasswordHash == passwordHash;
        }

        state.State = new UserState { Name = name, PasswordHash = passwordHash };
        await state.WriteStateAsync();
        return true;
    }

    public async Task<LoginTicket> BeginLogin()
    {
        var now = time.GetUtcNow();
        if (_lockedUntil > now)
        {
            return new LoginTicket(null, _lockedUntil);
        }

        if (_openAttempts >= FailuresMax)
        {
            await Lock(now + LockDuration);
            return new LoginTicket(null, _lockedUntil);
        }

        _openAttempts++;
        return new LoginTicket(state.State.PasswordHash, null);
    }

    public async Task LoginSucceeded(string? rehashed)
    {
        _openAttempts = 0;
        _lockedUntil = null;
        if (rehashed is null && state.State.LockedUntil is null)
        {
            return;
        }

        state.State.PasswordHash = rehashed ?? state.State.PasswordHash;
        state.State.LockedUntil = null;
        await state.WriteStateAsync();
    }

    public Task<UserView?> Get() =>
        Task.FromResult(Exists
            ? new UserView(UserKey.Parse(this.GetPrimaryKeyString()), state.State.Name, [.. state.State.Memberships])
            : null);

    public async Task Join(TenantId tenant, TenantRole role)
    {
        if (!Exists)
        {
            throw new InvalidOperationException("Only an account can join a tenant; sign up first.");
        }

        var memberships = state.State.Memberships;
        if (memberships.Contains(new TenantMembership(tenant, role)))
        {
            return;
        }

        memberships.RemoveAll(m => m.Tenant == tenant);
        memberships.Add(new TenantMembership(tenant, role));
        await state.WriteStateAsync();
    }

    public async Task Leave(TenantId tenant)
    {
        if (!Exists || state.State.Memberships.RemoveAll(m => m.Tenant == tenant) == 0)
        {
            return;
        }

        if (state.State.Memberships.Count > 0)
        {
            await state.WriteStateAsync();
            return;
        }

        await state.ClearStateAsync();
        _lockedUntil = null;
    }

    public Task<ImmutableArray<TenantMembership>> GetMemberships() => Task.FromResult(state.State.Memberships.ToImmutableArray());

    private async Task Lock(DateTimeOffset until)
    {
        _openAttempts = 0;
        _lockedUntil = until;
        if (Exists)
        {
            state.State.LockedUntil = until;
            await state.WriteStateAsync();
        }
    }
}
