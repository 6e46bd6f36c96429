using System.Diagnostics;
using System.Net;

namespace XSight.Bench;

/// <summary>
/// What Shopify would do to us: connections that deliver, each one request after the other. Every connection has requests of its own,
/// which it sends in turn, so that nothing is shared while the clock runs.
/// </summary>
internal sealed class WebhookLoad : IDisposable
{
    private readonly LoadConnection[] _connections;
    private readonly SignedRequest[][] _requests;
    private readonly Random[] _ids;
    private readonly int[] _next;

    private WebhookLoad(LoadConnection[] connections, IReadOnlyList<SignedRequest> requests)
    {
        _connections = connections;
        _requests = [.. connections.Select((_, c) => requests.Where((_, r) => r % connections.Length == c).ToArray())];
        _ids = [.. connections.Select(_ => new Random())];
        _next = new int[connections.Length];
    }

    public static async Task<WebhookLoad> ConnectAsync(IPEndPoint server, int connections, IReadOnlyList<SignedRequest> requests)
    {
        var all = Enumerable.Range(0, connections).Select(_ => new LoadConnection()).ToArray();
        await Task.WhenAll(all.Select(c => c.ConnectAsync(server)));
        return new WebhookLoad(all, requests);
    }

    /// <summary>As fast as the answers come, for a time.</summary>
    /// <returns>Answers a second, and this process's microseconds of processor for each: those of the client too.</returns>
    public async Task<(double PerSecond, double ProcessorUs)> SaturateAsync(TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        var processor = Environment.CpuUsage.TotalTime;
        var counts = await Task.WhenAll(_connections.Select((_, c) => Task.Run(async () =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(started) < time; count++)
            {
                await PostAsync(c);
            }

            return count;
        })));
        var answers = (double)counts.Sum();
        return (answers / Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / answers);
    }

    /// <summary>At a steady rate, whether or not the answers keep up; each connection sends its share of the requests.</summary>
    /// <param name="perSecond">Requests a second, over all connections.</param>
    /// <param name="count">Requests in all.</param>
    /// <param name="answered">Told of each payload, and when it was due, as soon as it was answered.</param>
    /// <returns>Milliseconds from when each request was due to its answer.</returns>
    public async Task<double[]> PaceAsync(double perSecond, int count, Action<OrderPayload, long>? answered = null)
    {
        var latencies = new double[count];
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(_connections.Select((_, c) => Task.Run(async () =>
        {
            for (var mine = c; mine < count; mine += _connections.Length)
            {
                var due = started + (long)(mine / perSecond * Stopwatch.Frequency);
                if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } early)
                {
                    await Task.Delay(early);
                }

                var payload = await PostAsync(c);
                latencies[mine] = Stopwatch.GetElapsedTime(due).TotalMilliseconds;
                answered?.Invoke(payload, due);
            }
        })));
        return latencies;
    }

    /// <summary>Every request once, as fast as the answers come.</summary>
    public Task SendAllAsync() => Task.WhenAll(_connections.Select((_, c) => Task.Run(async () =>
    {
        for (var i = 0; i < _requests[c].Length; i++)
        {
            await PostAsync(c);
        }
    })));

    public void Dispose() => Array.ForEach(_connections, c => c.Dispose());

    private async ValueTask<OrderPayload> PostAsync(int connection)
    {
        var mine = _requests[connection];
        var request = mine[_next[connection]++ % mine.Length];
        await _connections[connection].PostAsync(request.Stamp(_ids[connection]));
        return request.Payload;
    }
}
