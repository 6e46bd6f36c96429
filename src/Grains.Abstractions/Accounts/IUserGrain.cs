using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>One account, key <see cref="UserKey"/>. Hashing and checking passwords is the API's work: a turn must not take 300 ms.</summary>
[Alias("xsight.user-grain")]
public interface IUserGrain : IGrainWithStringKey
{
    /// <summary>False when the account exists. A salted hash is made once for each request and is its id: asked again with the same one, as after a lost answer, it is true again.</summary>
    [Alias("sign-up")]
    Task<bool> SignUp(string name, string passwordHash);

    /// <summary>The account with its hash, null when there is none; counts as an attempt, see <see cref="LoginTicket"/>.</summary>
    [Alias("begin-login")]
    Task<LoginTicket> BeginLogin();

    /// <summary>Told after the password was right: forgets failed attempts, and stores a hash of newer parameters if given.</summary>
    [Alias("login-succeeded")]
    Task LoginSucceeded(string? rehashed);

    [Alias("get")]
    Task<UserView?> Get();

    [Alias("join")]
    Task Join(TenantId tenant, TenantRole role);

    /// <summary>No longer sees the tenant; an account that belonged to no other store goes with it.</summary>
    [Alias("leave")]
    Task Leave(TenantId tenant);

    [Alias("get-memberships")]
    Task<ImmutableArray<TenantMembership>> GetMemberships();
}
