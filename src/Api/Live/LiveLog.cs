namespace XSight.Api.Live;

internal static partial class LiveLog
{
    [LoggerMessage(3201, LogLevel.Warning, "{Event} of {Tenant} could not be sent")]
    public static partial void NotSent(ILogger logger, TenantId tenant, string @event, Exception error);
}
