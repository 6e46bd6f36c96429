using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;
using XSight.Storage;
using XSight.Web.Accounts;

namespace XSight.Api.Privacy;

/// <summary>Requests of persons, what is held of them, and what was done about them. For owners; for others there is nothing here.</summary>
public static class PrivacyEndpoints
{
    private const int AuditPage = 50;

    public static void MapPrivacy(this IEndpointRouteBuilder api)
    {
        var privacy = api.MapGroup("/privacy").WithTags("Privacy").ProducesProblem(StatusCodes.Status404NotFound);
        privacy.MapGet("/requests", RequestsAsync).WithSummary("Persons who asked what is held of them, newest first");
        privacy.MapGet("/requests/{id}/export.json", ExportAsync).WithSummary("Everything held of the persons of one request");
        privacy.MapGet("/audit", AuditAsync).WithSummary("What was done about persons and the connection, newest first").ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<Ok<ListEnvelope<PrivacyRequestResponse>>, ProblemHttpResult>> RequestsAsync(
        ClaimsPrincipal user, IGrainFactory grains, IDatabase database, CancellationToken cancellationToken) =>
        await grains.IsOwnerAsync(user)
            ? TypedResults.Ok(ListEnvelope.Whole<PrivacyRequestResponse>([.. (await database.Privacy.ListRequestsAsync(user.TenantId(), cancellationToken)).Select(PrivacyRequestResponse.Of)]))
            : ApiProblems.NotFound();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportAsync(
        string id, ClaimsPrincipal user, IGrainFactory grains, IDatabase database, PersonExporter exporter, TimeProvider time, CancellationToken cancellationToken)
    {
        var tenant = user.TenantId();
        if (!await grains.IsOwnerAsync(user)
            || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var requestId)
            || await database.Privacy.FindRequestAsync(tenant, requestId, cancellationToken) is not { } request)
        {
            return ApiProblems.NotFound();
        }

        var export = await exporter.ExportAsync(tenant, request, cancellationToken);
        var now = time.GetUtcNow();
        await database.Audit.RecordAsync(
            new AuditEntry(0, tenant, $"export {id} at {now:O}", AuditActions.Exported, now, $"request {id}", "An owner downloaded what is held.", now, null, null),
            cancellationToken);
        return TypedResults.File(exporter.Write(export), "application/json", $"person-{id}.json");
    }

    private static async Task<Results<Ok<ListEnvelope<AuditResponse>>, ProblemHttpResult>> AuditAsync(
        string? cursor, ClaimsPrincipal user, IGrainFactory grains, IDatabase database, CancellationToken cancellationToken)
    {
        if (!await grains.IsOwnerAsync(user))
        {
            return ApiProblems.NotFound();
        }

        long? before = null;
        if (cursor is not null)
        {
            if (!long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            {
                throw new CursorFormatException("The cursor is no position in the audit.");
            }

            before = position;
        }

        var entries = await database.Audit.ListAsync(user.TenantId(), before, AuditPage, cancellationToken);
        var next = entries.Count == AuditPage ? entries[^1].Seq.ToString(CultureInfo.InvariantCulture) : null;
        var total = await database.Audit.CountAsync(user.TenantId(), cancellationToken);
        return TypedResults.Ok(new ListEnvelope<AuditResponse>([.. entries.Select(AuditResponse.Of)], next, total));
    }
}
