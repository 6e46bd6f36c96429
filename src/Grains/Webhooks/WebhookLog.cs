using Microsoft.Extensions.Logging;

namespace XSight.Grains.Webhooks;

internal static partial class WebhookLog
{
    [LoggerMessage(1301, LogLevel.Error, "The webhooks of {Tenant} were interrupted; they stay in the inbox")]
    public static partial void Interrupted(ILogger logger, TenantId tenant, Exception error);

    [LoggerMessage(1302, LogLevel.Warning, "Delivery {InboxSeq} ({Topic}) of {Tenant} failed for the {Failures}. time and is tried again")]
    public static partial void Failed(ILogger logger, TenantId tenant, long inboxSeq, string topic, int failures, Exception error);

    [LoggerMessage(1303, LogLevel.Error, "Delivery {InboxSeq} ({Topic}) of {Tenant} failed for the {Failures}. time and is set aside")]
    public static partial void Buried(ILogger logger, TenantId tenant, long inboxSeq, string topic, int failures, Exception error);

    [LoggerMessage(1304, LogLevel.Warning, "{Deliveries} deliveries of {Tenant} are tried again in {Seconds} s: their calls were lost with a silo")]
    public static partial void Lost(ILogger logger, TenantId tenant, int deliveries, double seconds);
}
