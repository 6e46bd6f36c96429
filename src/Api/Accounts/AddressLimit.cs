using System.Threading.RateLimiting;

namespace XSight.Api.Accounts;

/// <summary>Bounds how often one remote address may try to sign up or log in, whichever accounts it names.</summary>
public sealed class AddressLimit : IAsyncDisposable
{
    public const int AttemptsMax = 30;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private const int WindowSegments = 10;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetSlidingWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = AttemptsMax,
            Window = Window,
            SegmentsPerWindow = WindowSegments,
            QueueLimit = 0,
        }));

    /// <summary>Counts an attempt; the time to wait when it is one too many.</summary>
    public bool TryAttempt(HttpContext http, out TimeSpan retryAfter)
    {
        using var lease = _limiter.AttemptAcquire(http);
        retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window / WindowSegments;
        return lease.IsAcquired;
    }

    public ValueTask DisposeAsync() => _limiter.DisposeAsync();
}
