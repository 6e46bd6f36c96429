using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;
using XSight.Web.Operations;

namespace XSight.Api.Operations;

/// <summary>How the installation does, and what becomes of its dead letters; for operators, while to others it does not exist.</summary>
internal static class OperationsEndpoints
{
    private const int LimitDefault = 50;

    public static void MapOperations(this IEndpointRouteBuilder api)
    {
        var operations = api.MapGroup("/operations").WithTags("Operations").RequireAuthorization(Operators.Policy).ProducesProblem(StatusCodes.Status404NotFound);
        operations.MapGet("", async (OperationsReader reader, CancellationToken token) => OperationsResponse.Of(await reader.ReadAsync(token)))
            .WithSummary("Inbox, syncs, activations, calls and streams");
        var letters = operations.MapGroup("/dead-letters");
        letters.MapGet("", ListAsync).WithSummary("Deliveries that failed too often, newest first").ProducesProblem(StatusCodes.Status400BadRequest);
        letters.MapGet("/{seq:long}", FindAsync).WithSummary("One dead letter with its body");
        letters.MapPost("/{seq:long}/replay", ReplayAsync).WithSummary("Tries a dead letter anew");
        letters.MapPost("/{seq:long}/discard", DiscardAsync).WithSummary("Gives a dead letter up for good");
    }

    private static async Task<Results<Ok<ListEnvelope<DeadLetterRow>>, ProblemHttpResult>> ListAsync(DeadLetterDesk desk, string? cursor, string? limit, CancellationToken cancellationToken)
    {
        long before = 0;
        if (cursor is not null && !TryNumber(cursor, out before))
        {
            return ApiProblems.Invalid("cursor", "The cursor is damaged, or belongs to another list.", "the nextCursor of the page before");
        }

        long count = LimitDefault;
        if (limit is not null && (!TryNumber(limit, out count) || count > DeadLetterDesk.LimitMax))
        {
            return ApiProblems.Invalid("limit", $"'{limit}' is not a valid limit.", $"a number from 1 to {DeadLetterDesk.LimitMax}");
        }

        var page = await desk.ListAsync(cursor is null ? null : before, (int)count, cancellationToken);
        return TypedResults.Ok(new ListEnvelope<DeadLetterRow>(
            [.. page.Items.Select(DeadLetterRow.Of)], page.NextBefore?.ToString(CultureInfo.InvariantCulture), page.Total));
    }

    private static async Task<Results<Ok<DeadLetterResponse>, ProblemHttpResult>> FindAsync(long seq, DeadLetterDesk desk, CancellationToken cancellationToken) =>
        await desk.FindAsync(seq, cancellationToken) is { } letter ? TypedResults.Ok(DeadLetterResponse.Of(letter)) : ApiProblems.NotFound();

    private static async Task<Results<NoContent, ProblemHttpResult>> ReplayAsync(long seq, DeadLetterDesk desk, ClaimsPrincipal person, CancellationToken cancellationToken) =>
        await desk.ReplayAsync(seq, person, cancellationToken) ? TypedResults.NoContent() : ApiProblems.NotFound();

    private static async Task<Results<NoContent, ProblemHttpResult>> DiscardAsync(long seq, DeadLetterDesk desk, ClaimsPrincipal person, CancellationToken cancellationToken) =>
        await desk.DiscardAsync(seq, person, cancellationToken) ? TypedResults.NoContent() : ApiProblems.NotFound();

    private static bool TryNumber(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
