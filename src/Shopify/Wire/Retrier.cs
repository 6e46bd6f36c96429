using Microsoft.Extensions.Logging;

namespace XSight.Shopify;

/// <summary>
/// Repeats attempts that failed for a passing reason: exponential backoff with full jitter, so that many grains which failed together
/// do not come back together, within <see cref="RetryLimits"/>.
/// </summary>
internal sealed partial class Retrier(TimeProvider time, Random random, ILogger<Retrier> logger)
{
    private static readonly TimeSpan BackoffFirst = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BackoffMax = TimeSpan.FromSeconds(20);

    /// <summary>Jitter on top of a pause that the store asked for.</summary>
    private static readonly TimeSpan PauseJitterMax = TimeSpan.FromMilliseconds(250);

    /// <exception cref="ShopifyException">The last failure, when it is final or a limit is reached.</exception>
    public async Task<T> RunAsync<T>(
        ShopDomain shop, string what, RetryLimits limits, Func<CancellationToken, Task<Attempt<T>>> attempt, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var number = 1; ; number++)
        {
            var (value, failure) = await attempt(cancellationToken);
            if (failure is null)
            {
                return value!;
            }

            var delay = DelayAfter(failure, number);
            if (!failure.IsTransient || number >= limits.AttemptsMax || time.GetElapsedTime(started) + delay > limits.TotalMax)
            {
                throw failure.ToException(number);
            }

            LogRetry(shop, what, number, failure.Kind, failure.Message, delay.TotalMilliseconds);
            await Task.Delay(delay, time, cancellationToken);
        }
    }

    private TimeSpan DelayAfter(AttemptFailure failure, int number)
    {
        if (failure.Pause is { } pause)
        {
            return pause + (random.NextDouble() * PauseJitterMax);
        }

        var ceiling = BackoffFirst * Math.Pow(2, number - 1);
        return random.NextDouble() * (ceiling < BackoffMax ? ceiling : BackoffMax);
    }

    [LoggerMessage(1, LogLevel.Information, "{Shop}: {What}, attempt {Attempt} failed ({Kind}: {Reason}); next in {DelayMs:F0} ms")]
    private partial void LogRetry(ShopDomain shop, string what, int attempt, ShopifyErrorKind kind, string reason, double delayMs);
}
