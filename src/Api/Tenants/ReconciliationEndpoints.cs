using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;
using XSight.Storage;
using XSight.Web.Accounts;

namespace XSight.Api.Tenants;

public static class ReconciliationEndpoints
{
    private const int LimitDefault = 50;

    public static void MapReconciliations(this IEndpointRouteBuilder me) =>
        me.MapGet("/reconciliations", ListAsync).WithSummary("Comparisons with the store, newest first").ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<ListEnvelope<ReconciliationResponse>>, ProblemHttpResult>> ListAsync(
        [Description("1 to 250, 50 by default")] string? limit,
        [Description("nextCursor of the page before")] string? cursor,
        ClaimsPrincipal user,
        IDatabase database,
        CancellationToken cancellationToken)
    {
        var rows = LimitDefault;
        if (limit is not null && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out rows) || rows is < 1 or > IReconciliationStore.PageMax))
        {
            return ApiProblems.Invalid("limit", "That is not a valid limit.", string.Create(CultureInfo.InvariantCulture, $"a number from 1 to {IReconciliationStore.PageMax}"));
        }

        var page = await database.Reconciliations.ListAsync(user.TenantId(), cursor, rows, cancellationToken);
        return TypedResults.Ok(new ListEnvelope<ReconciliationResponse>([.. page.Items.Select(ReconciliationResponse.Of)], page.NextCursor, page.Total));
    }
}
