using System.Globalization;
using XSight.Storage;

namespace XSight.Api.Privacy;

/// <summary>Something that was done about persons or the connection; names nobody.</summary>
public sealed record AuditResponse(string Id, string Action, DateTimeOffset At, string? Subject, string? Detail, DateTimeOffset? EndedAt, DateTimeOffset? PurgedAt)
{
    public static AuditResponse Of(AuditEntry entry) =>
        new(entry.Seq.ToString(CultureInfo.InvariantCulture), entry.Action, entry.At, entry.Subject, entry.Detail, entry.EndedAt, entry.PurgedAt);
}
