namespace XSight.Api.Webhooks;

internal static partial class WebhookDoorLog
{
    [LoggerMessage(3501, LogLevel.Warning, "The consumer of {Tenant} could not be told of its webhooks; the inbox's pump will")]
    public static partial void NotRung(ILogger logger, TenantId tenant, Exception error);
}
