using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;
using XSight.Web.Accounts;

namespace XSight.Api.Tenants;

public static class SyncEndpoints
{
    public static void MapSyncs(this IEndpointRouteBuilder me)
    {
        me.MapPost("/sync", StartAsync).WithSummary("Begins a sync, or returns the one that is running");
        me.MapGet("/sync-status", StatusAsync).WithSummary("The running sync, the last one that ended, and the newest comparison with the store");
        me.MapGet("/sync/active", ActiveAsync).WithSummary("The running sync as a list of none or one");
        me.MapGet("/sync/{syncRunId}/status", RunAsync).WithSummary("One run").ProducesProblem(StatusCodes.Status404NotFound);
        me.MapPost("/sync/{syncRunId}/cancel", CancelAsync).WithSummary("Stops a run at its next batch; what is merged stays").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Accepted<StartSyncResponse>, ProblemHttpResult>> StartAsync(StartSyncRequest? request, ClaimsPrincipal user, IGrainFactory grains)
    {
        var kind = (request ?? new StartSyncRequest()).Kind;
        var result = await grains.GetGrain<ITenantGrain>(user.TenantId().Value).StartSync(kind);
        return result.Run is { } run
            ? TypedResults.Accepted($"/api/v1/tenants/me/sync/{run}/status", new StartSyncResponse(run, result.Started))
            : ApiProblems.Of(StatusCodes.Status409Conflict, "No store is connected yet. Connect one, and its first sync starts by itself.");
    }

    private static async Task<Ok<SyncStatusResponse>> StatusAsync(ClaimsPrincipal user, SyncRuns runs, CancellationToken cancellationToken)
    {
        var tenant = user.TenantId();
        return TypedResults.Ok(new SyncStatusResponse(
            await runs.FindActiveAsync(tenant),
            await runs.FindLastEndedAsync(tenant, cancellationToken),
            await runs.FindNewestComparisonAsync(tenant, cancellationToken)));
    }

    private static async Task<Ok<ListEnvelope<SyncProgress>>> ActiveAsync(ClaimsPrincipal user, SyncRuns runs) =>
        TypedResults.Ok(ListEnvelope.Whole<SyncProgress>(await runs.FindActiveAsync(user.TenantId()) is { } active ? [active] : []));

    private static async Task<Results<Ok<SyncProgress>, ProblemHttpResult>> RunAsync(string syncRunId, ClaimsPrincipal user, SyncRuns runs, CancellationToken cancellationToken) =>
        SyncRunId.TryParse(syncRunId, out var run) && await runs.FindAsync(user.TenantId(), run, cancellationToken) is { } progress
            ? TypedResults.Ok(progress)
            : ApiProblems.NotFound();

    private static async Task<Results<Accepted<SyncProgress>, ProblemHttpResult>> CancelAsync(string syncRunId, ClaimsPrincipal user, SyncRuns runs, CancellationToken cancellationToken) =>
        SyncRunId.TryParse(syncRunId, out var run) && await runs.CancelAsync(user.TenantId(), run, cancellationToken) is { } progress
            ? TypedResults.Accepted($"/api/v1/tenants/me/sync/{run}/status", progress)
            : ApiProblems.NotFound();
}
