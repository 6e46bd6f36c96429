using Microsoft.Extensions.Logging;

namespace XSight.Web.Operations;

internal static partial class OperationsLog
{
    [LoggerMessage(3601, LogLevel.Information, "Dead letter {InboxSeq} of {Tenant} was replayed by operator {Operator}")]
    public static partial void Replayed(ILogger logger, long inboxSeq, TenantId tenant, string @operator);

    [LoggerMessage(3602, LogLevel.Information, "Dead letter {InboxSeq} ({Topic}) of {Tenant} was discarded by operator {Operator}")]
    public static partial void Discarded(ILogger logger, long inboxSeq, string topic, TenantId tenant, string @operator);
}
