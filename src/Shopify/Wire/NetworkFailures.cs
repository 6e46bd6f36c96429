namespace XSight.Shopify;

/// <summary>No whole answer came.</summary>
internal static class NetworkFailures
{
    public static AttemptFailure Broken(Exception cause) =>
        new(ShopifyErrorKind.Unreachable, $"the connection to the store failed: {Describe(cause)}", IsTransient: true, Cause: cause);

    public static AttemptFailure Silent(TimeSpan waited, Exception cause) =>
        new(ShopifyErrorKind.Unreachable, $"the store gave no complete answer within {waited.TotalSeconds:F0} s", IsTransient: true, Cause: cause);

    /// <summary>The class of the error and not its text, which may hold a signed address.</summary>
    private static string Describe(Exception cause) => cause switch
    {
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request => request.HttpRequestError.ToString(),
        HttpIOException { HttpRequestError: not HttpRequestError.Unknown } io => io.HttpRequestError.ToString(),
        _ => (cause.InnerException ?? cause).GetType().Name,
    };
}
