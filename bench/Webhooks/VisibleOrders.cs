using System.Collections.Concurrent;
using System.Diagnostics;

namespace XSight.Bench;

/// <summary>
/// Watches through the tenant's insights when accepted orders are in the figures. For a customer's first order that is seen exactly: the
/// customer has a standing from then on. The rest is seen by the sum.
/// </summary>
internal sealed class VisibleOrders(IInsightsGrain insights, TenantId tenant)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LookAtSums = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<(long CustomerId, long Due)> _accepted = new();

    /// <summary>The order of this payload was acknowledged; it was due at a tick of the stopwatch.</summary>
    public void Watch(OrderPayload payload, long due)
    {
        if (payload.IsFirst)
        {
            _accepted.Enqueue((payload.CustomerId, due));
        }
    }

    /// <summary>Milliseconds from when each watched request was due until its order was in the figures, up to 5 ms too many. Ends after so many.</summary>
    public async Task<IReadOnlyList<double>> FollowAsync(int count)
    {
        TenantScope.Enter(tenant);
        var waiting = new List<(long CustomerId, long Due)>();
        var latencies = new List<double>(count);
        var started = Stopwatch.GetTimestamp();
        while (latencies.Count < count)
        {
            RequirePatience(started);
            while (_accepted.TryDequeue(out var accepted))
            {
                waiting.Add(accepted);
            }

            for (var i = waiting.Count - 1; i >= 0; i--)
            {
                if (await insights.GetStanding(waiting[i].CustomerId) is not null)
                {
                    latencies.Add(Stopwatch.GetElapsedTime(waiting[i].Due).TotalMilliseconds);
                    waiting.RemoveAt(i);
                }
            }

            await Task.Delay(Look);
        }

        return latencies;
    }

    /// <summary>Returns when the figures have this many customers with this much revenue in all.</summary>
    public async Task ArriveAsync(int customers, long revenueMinor)
    {
        TenantScope.Enter(tenant);
        var started = Stopwatch.GetTimestamp();
        while (await insights.GetRfm() is var report && (report.Eligible != customers || report.Scores.Sum(s => s.RevenueMinor) != revenueMinor))
        {
            RequirePatience(started);
            await Task.Delay(LookAtSums);
        }
    }

    private static void RequirePatience(long started)
    {
        if (Stopwatch.GetElapsedTime(started) > Patience)
        {
            throw new TimeoutException($"The figures do not show what was accepted within {Patience}.");
        }
    }
}
