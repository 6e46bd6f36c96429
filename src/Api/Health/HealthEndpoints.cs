using Microsoft.AspNetCore.Http.HttpResults;
using XSight.Api.Http;
using XSight.Storage;

namespace XSight.Api.Health;

/// <summary>For whoever watches the process: <c>/health</c> says it lives and asks nobody, <c>/health/door</c> says it can accept deliveries, which
/// needs no grain, <c>/health/ready</c> says it can serve: reads, deliveries made durable, and grains.</summary>
public static class HealthEndpoints
{
    public static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(3);

    /// <summary>A delivery that waits so long waits for more than its retries, which are through after 85 seconds.</summary>
    public static readonly TimeSpan BehindAfter = TimeSpan.FromMinutes(5);

    /// <summary>An account that nobody can have: asking for it proves that grains are activated and read their state.</summary>
    private static readonly UserKey Probe = UserKey.Parse("u:ready@probe.invalid");

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health").AllowAnonymous();
        health.MapGet("", () => TypedResults.Ok(new HealthResponse("live"))).WithSummary("The process lives");
        health.MapGet("/door", DoorAsync).WithSummary("Database and inbox answer: deliveries are accepted").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        health.MapGet("/ready", ReadyAsync).WithSummary("Database, inbox and grains answer").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<HealthResponse>, ProblemHttpResult>> DoorAsync(IDatabase database, ILogger<HealthResponse> logger, CancellationToken cancellationToken) =>
        await DoorFailureAsync(database, logger, cancellationToken) is { } failed ? NotReady(failed) : TypedResults.Ok(new HealthResponse("open"));

    private static async Task<Results<Ok<HealthResponse>, ProblemHttpResult>> ReadyAsync(
        IDatabase database,
        IGrainFactory grains,
        TimeProvider time,
        ILogger<HealthResponse> logger,
        CancellationToken cancellationToken)
    {
        var failed = await DoorFailureAsync(database, logger, cancellationToken)
            ?? await FailureOfAsync("grains", grains.GetGrain<IUserGrain>(Probe.ToString()).Get(), logger, cancellationToken);
        return failed is null
            ? TypedResults.Ok(new HealthResponse("ready", await IsBehindAsync(database, time, cancellationToken) ? "behind" : "current"))
            : NotReady(failed);
    }

    private static async Task<string?> DoorFailureAsync(IDatabase database, ILogger logger, CancellationToken cancellationToken) =>
        await FailureOfAsync("database", database.PingAsync(cancellationToken), logger, cancellationToken)
        ?? await FailureOfAsync("inbox", database.Inbox.ProbeAsync(cancellationToken), logger, cancellationToken);

    private static ProblemHttpResult NotReady(string failed) => ApiProblems.Of(StatusCodes.Status503ServiceUnavailable, $"Not ready: the {failed} gave no answer.");

    private static async Task<bool> IsBehindAsync(IDatabase database, TimeProvider time, CancellationToken cancellationToken) =>
        (await database.Inbox.MeasureAsync(cancellationToken)).OldestReceivedAt is { } oldest && time.GetUtcNow() - oldest > BehindAfter;

    /// <summary>The part's name when it did not answer in time; whatever the reason, the answer is the same, and the log has it.</summary>
    private static async Task<string?> FailureOfAsync(string part, Task answer, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            await answer.WaitAsync(ReadyWithin, cancellationToken);
            return null;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            HealthLog.NotReady(logger, part, error);
            return part;
        }
    }
}
