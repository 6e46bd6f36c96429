namespace XSight.Api.Health;

internal static partial class HealthLog
{
    [LoggerMessage(3301, LogLevel.Warning, "Not ready: no answer from the {Part}")]
    public static partial void NotReady(ILogger logger, string part, Exception error);
}
