using System.Globalization;
using System.Threading.RateLimiting;
using XSight.Web.Accounts;

namespace XSight.Api.Http;

/// <summary>
/// A token bucket for each tenant's REST calls on this node. Every answer tells how much is left (<c>RateLimit-*</c>, seconds); beyond it
/// stands 429 with <c>Retry-After</c>.
/// </summary>
public sealed class TenantRateLimit(RequestDelegate next) : IDisposable
{
    public const int Burst = 600;
    public const int PerSecond = 20;

    private readonly PartitionedRateLimiter<TenantId> _limiter = PartitionedRateLimiter.Create<TenantId, TenantId>(tenant =>
        RateLimitPartition.GetTokenBucketLimiter(tenant, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/api") || http.User.Identity?.IsAuthenticated != true)
        {
            await next(http);
            return;
        }

        var tenant = http.User.TenantId();
        using var lease = _limiter.AttemptAcquire(tenant);
        Tell(http.Response.Headers, _limiter.GetStatistics(tenant)?.CurrentAvailablePermits ?? 0);
        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : TimeSpan.FromSeconds(1);
        http.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await ApiProblems.Of(StatusCodes.Status429TooManyRequests, "Your store's requests come faster than the plan allows.").ExecuteAsync(http);
    }

    public void Dispose() => _limiter.Dispose();

    private static void Tell(IHeaderDictionary headers, long remaining)
    {
        headers["RateLimit-Limit"] = Burst.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = ((Burst - remaining + PerSecond - 1) / PerSecond).ToString(CultureInfo.InvariantCulture);
    }
}
