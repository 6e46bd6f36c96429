using XSight.Shopify;

namespace XSight.Api.Http;

internal static partial class HttpLog
{
    [LoggerMessage(3101, LogLevel.Error, "A request failed")]
    public static partial void Failed(ILogger logger, Exception error);

    [LoggerMessage(3102, LogLevel.Warning, "A request took too long")]
    public static partial void TooSlow(ILogger logger, Exception error);

    [LoggerMessage(3103, LogLevel.Warning, "The store did not do what a request needed: {Kind}")]
    public static partial void StoreFailed(ILogger logger, ShopifyErrorKind kind);

    [LoggerMessage(3104, LogLevel.Warning, "A request from another site was refused")]
    public static partial void CrossSite(ILogger logger);
}
