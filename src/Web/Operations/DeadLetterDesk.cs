using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using XSight.Storage;
using XSight.Web.Accounts;

namespace XSight.Web.Operations;

/// <summary>Where operators decide about deliveries that failed too often. Every decision leaves a line in the log.</summary>
public sealed class DeadLetterDesk(IDatabase database, IGrainFactory grains, ILogger<DeadLetterDesk> logger)
{
    public const int LimitMax = 250;

    private const int MarkLength = 12;

    /// <param name="before">The last page's <see cref="DeadLetterPage.NextBefore"/>; null for the newest.</param>
    public async Task<DeadLetterPage> ListAsync(long? before, int limit, CancellationToken cancellationToken)
    {
        var letters = await database.Inbox.ListDeadAsync(before, limit + 1, cancellationToken);
        var depth = await database.Inbox.MeasureAsync(cancellationToken);
        List<DeadLetter> page = [.. letters.Take(limit)];
        return new DeadLetterPage(page, letters.Count > limit ? page[^1].Item.InboxSeq : null, depth.Dead);
    }

    /// <summary>With its body; null when there is none.</summary>
    public Task<DeadLetter?> FindAsync(long inboxSeq, CancellationToken cancellationToken) => database.Inbox.FindDeadAsync(inboxSeq, cancellationToken);

    /// <summary>Tries it anew, at once and with all its attempts; false when there is no such dead letter (any more).</summary>
    public async Task<bool> ReplayAsync(long inboxSeq, ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        if (await database.Inbox.ReplayAsync(inboxSeq, cancellationToken) is not { } tenant)
        {
            return false;
        }

        OperationsLog.Replayed(logger, inboxSeq, tenant, MarkOf(person));
        TenantScope.Enter(tenant);
        await grains.GetGrain<ITenantIngestGrain>(tenant.Value).Wake();
        return true;
    }

    /// <summary>Gives it up for good, its body with it; false when there is no such dead letter (any more).</summary>
    public async Task<bool> DiscardAsync(long inboxSeq, ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        if (await FindAsync(inboxSeq, cancellationToken) is not { } letter || !await database.Inbox.DiscardAsync(inboxSeq, cancellationToken))
        {
            return false;
        }

        OperationsLog.Discarded(logger, inboxSeq, letter.Item.Delivery.Topic, letter.Item.Delivery.Tenant, MarkOf(person));
        return true;
    }

    /// <summary>Tells operators apart in the log without naming them: the beginning of their address's SHA-256.</summary>
    public static string MarkOf(ClaimsPrincipal person) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person.FindFirst(XSightClaims.User)?.Value ?? "")))[..MarkLength];
}
