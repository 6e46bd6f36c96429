namespace XSight.Shopify;

/// <summary>How long one call is pursued.</summary>
/// <param name="AttemptsMax">Attempts, the first included.</param>
/// <param name="TotalMax">No attempt begins later than this after the first.</param>
/// <param name="AttemptTimeout">From sending to the last byte of the answer.</param>
internal sealed record RetryLimits(int AttemptsMax, TimeSpan TotalMax, TimeSpan AttemptTimeout)
{
    /// <summary>Shopify itself gives up after 10 seconds (504); the rest is for the way there and back.</summary>
    public static readonly RetryLimits Background = new(7, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30));

    /// <summary>A merchant is waiting in the browser.</summary>
    public static readonly RetryLimits Interactive = new(3, TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(12));
}
