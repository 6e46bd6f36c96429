using XSight.Abstractions;
using XSight.Storage;

namespace XSight.Api.Tenants;

/// <summary>One comparison with the store.</summary>
/// <param name="Run">The run that compared.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="CompleteTo">Whatever the store changed before is here, but for <paramref name="StillMissing"/>; null when the comparison broke off.</param>
/// <param name="Days">Days on which the compared orders last changed, from the first to the last.</param>
/// <param name="WholeHistory">Whether the orders before the last days were compared window by window, and not by their number alone.</param>
/// <param name="OrdersCompared">Orders that the store counted or listed.</param>
/// <param name="OrdersListed">Of these, the ones compared by id, version and amount.</param>
/// <param name="Missing">Orders that were not here.</param>
/// <param name="Outdated">Orders that were here in an older state.</param>
/// <param name="Surplus">Orders that were here and that the store had deleted.</param>
/// <param name="Mended">How many of these are now as the store has them.</param>
/// <param name="StillMissing">The others.</param>
/// <param name="Message">Why it broke off, for people; null when it did not.</param>
public sealed record ReconciliationResponse(
    SyncRunId Run,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    DateTimeOffset? CompleteTo,
    int Days,
    bool WholeHistory,
    long OrdersCompared,
    long OrdersListed,
    int Missing,
    int Outdated,
    int Surplus,
    int Mended,
    int StillMissing,
    string? Message)
{
    public static ReconciliationResponse Of(Reconciliation one) => new(
        one.Run,
        one.StartedAt,
        one.EndedAt,
        one.CompleteTo,
        one.Days,
        one.WholeHistory,
        one.OrdersCompared,
        one.OrdersListed,
        one.Missing,
        one.Outdated,
        one.Surplus,
        one.Mended,
        one.StillMissing,
        one.Message);
}
