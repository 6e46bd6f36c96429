namespace XSight.Api.Demo;

internal static partial class DemoLog
{
    [LoggerMessage(3501, LogLevel.Error, "The demo could not be set up: {Reason}")]
    public static partial void Failed(ILogger logger, string reason);
}
