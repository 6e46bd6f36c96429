using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>One merchant's store, key <see cref="TenantId"/>: connection, settings, members, and the guard that only one sync runs at a time.</summary>
[Alias("xsight.tenant-grain")]
public interface ITenantGrain : IGrainWithStringKey
{
    /// <summary>Null before the tenant was created.</summary>
    [Alias("get")]
    Task<TenantView?> Get();

    /// <summary>Creates the tenant, or changes nothing if it exists; the owner becomes its first member.</summary>
    [Alias("create")]
    Task<TenantView> Create(UserKey owner, string name);

    /// <summary>Stores the connection to a shop: tokens are encrypted before they are written.</summary>
    [Alias("connect")]
    Task<TenantView> Connect(ShopConnection connection);

    /// <summary>The shop removed the app: its tokens are forgotten and nothing is asked of it any more; what is stored stays until it is redacted. Without effect, and false, when the shop was connected again since.</summary>
    [Alias("disconnect")]
    Task<bool> Disconnect(DateTimeOffset at);

    /// <summary>The merchant granted other scopes; a message older than what is known changes nothing and is false. Subscriptions follow.</summary>
    [Alias("change-scopes")]
    Task<bool> ChangeScopes(string scopes, DateTimeOffset at);

    /// <summary>Compares the store's webhook subscriptions with those we want and mends what differs; returns at once, the work goes on in the background.</summary>
    [Alias("repair-webhooks")]
    Task RepairWebhooks();

    /// <summary>Told by the repair when it is through.</summary>
    /// <param name="leftOut">Topics that the store did not let us have.</param>
    [Alias("webhooks-repaired")]
    Task WebhooksRepaired(ImmutableArray<string> leftOut);

    /// <summary>Forgets the tenant wholly: members leave, and those without another store lose their account. Idempotent.</summary>
    [Alias("erase")]
    Task Erase();

    /// <summary>A valid access token, refreshed in rotation when it is about to end; null when the shop is not connected.</summary>
    [Alias("get-access")]
    Task<ShopAccess?> GetAccess();

    /// <summary>Begins a sync, or returns the one that is running: never two at once. A store of which no sync has completed is read whole, whatever is asked for.</summary>
    [Alias("start-sync")]
    Task<StartSyncResult> StartSync(SyncKind kind);

    /// <summary>The running sync, null when none runs.</summary>
    [Alias("get-active-sync")]
    Task<SyncRunId?> GetActiveSync();

    /// <summary>Told by the run when it ended, whatever the outcome.</summary>
    [Alias("sync-ended")]
    Task SyncEnded(SyncProgress outcome);

    /// <summary>Chooses how revenue and the bridge date refunds where a question does not say.</summary>
    [Alias("set-revenue-refunds")]
    Task SetRevenueRefunds(RefundDating dating);

    [Alias("get-members")]
    Task<ImmutableArray<TenantMember>> GetMembers();
}
