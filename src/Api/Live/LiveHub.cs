using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using XSight.Api.Tenants;
using XSight.Web.Accounts;

namespace XSight.Api.Live;

/// <summary>
/// The browser's live line. A connection belongs to its login's tenant from the first moment, gets that tenant's events and nothing else,
/// and begins with <c>sync:active</c>. Events are hints: whoever missed some reads the API again.
/// </summary>
[Authorize]
public sealed class LiveHub(LiveFeed feed, SyncRuns runs) : Hub
{
    /// <summary>Calls carry a run's id at most.</summary>
    public const int MessageBytesMax = 4 * 1024;

    private TenantId Tenant => Context.User!.TenantId();

    public override async Task OnConnectedAsync()
    {
        var tenant = Tenant;
        TenantScope.Enter(tenant);
        await Groups.AddToGroupAsync(Context.ConnectionId, LiveGroups.Of(tenant), Context.ConnectionAborted);
        await Groups.AddToGroupAsync(Context.ConnectionId, LiveGroups.Progress(tenant), Context.ConnectionAborted);
        await feed.JoinAsync(tenant, Context.ConnectionId);
        await Clients.Caller.SendAsync(LiveEvents.SyncActive, await runs.FindActiveAsync(tenant), Context.ConnectionAborted);
    }

    public override Task OnDisconnectedAsync(Exception? exception) => feed.LeaveAsync(Tenant, Context.ConnectionId);

    /// <summary>Progress from now on, and the run as it is: the named one, or without a name the running one.</summary>
    [HubMethodName(LiveEvents.Subscribe)]
    public async Task<SyncProgress?> SubscribeAsync(string? run = null)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, LiveGroups.Progress(Tenant), Context.ConnectionAborted);
        return await StatusAsync(run);
    }

    /// <summary>No progress any more; the beginning and the end of a run are still told.</summary>
    [HubMethodName(LiveEvents.Unsubscribe)]
    public Task UnsubscribeAsync() => Groups.RemoveFromGroupAsync(Context.ConnectionId, LiveGroups.Progress(Tenant), Context.ConnectionAborted);

    /// <summary>The named run, or without a name the running one; null when there is none, with <c>sync:error</c> when a name was given.</summary>
    [HubMethodName(LiveEvents.Status)]
    public async Task<SyncProgress?> StatusAsync(string? run = null)
    {
        TenantScope.Enter(Tenant);
        if (run is null)
        {
            return await runs.FindActiveAsync(Tenant);
        }

        var known = SyncRunId.TryParse(run, out var id) ? await runs.FindAsync(Tenant, id, Context.ConnectionAborted) : null;
        if (known is null)
        {
            await Clients.Caller.SendAsync(LiveEvents.SyncError, new LiveError(run, "There is no such sync run."), Context.ConnectionAborted);
        }

        return known;
    }
}
