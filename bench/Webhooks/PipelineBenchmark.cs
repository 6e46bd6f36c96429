using System.Diagnostics;
using System.Globalization;

namespace XSight.Bench;

/// <summary>
/// The whole road: from the POST of an order to the store's figures, durable on SQLite all the way. Bars: 3,000 orders a second from the
/// first POST until the last one is in the figures; p99 under a second at 1,000 a second, from when each was due; counts and sums exact.
/// </summary>
public sealed class PipelineBenchmark : IBenchmark
{
    private const int Connections = 64;
    private const int Seed = 7;
    private const int WarmUpRounds = 2;
    private const int Rounds = 5;
    private const int OrdersOfRound = 20_000;
    private const double PerSecondMin = 3_000;
    private const int PacedPerSecond = 1_000;
    private const int PacedOrders = 15_000;
    private const double LatencyMsMax = 1_000;
    private const int FeedPage = 10_000;

    private readonly OrderPayloads _payloads = new(Seed);
    private long _orders;
    private long _revenueMinor;

    public string Name => "pipeline";

    public string Summary => "orders a second from the POST of the webhook until they are in the store's figures";

    public async Task<IReadOnlyDictionary<string, object>> RunAsync(string[] arguments)
    {
        await using var installation = await Installation.StartAsync(databaseUrl: null);
        await installation.ConnectAsync();
        var insights = installation.Grains.GetGrain<IInsightsGrain>(installation.Tenant.Value);
        var visible = new VisibleOrders(insights, installation.Tenant);
        Console.WriteLine($"{_payloads.BodyBytes:N0} bytes a body, {Connections} connections, {Rounds} rounds of {OrdersOfRound:N0} orders, {Environment.ProcessorCount} cores");

        var rates = new double[Rounds];
        for (var round = -WarmUpRounds; round < Rounds; round++)
        {
            var (accepted, arrived, processorUs) = await SaturateAsync(installation, visible);
            var rate = OrdersOfRound / arrived.TotalSeconds;
            var name = round < 0 ? "warm-up" : $"round {round + 1}";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: accepted after {accepted.TotalSeconds:N2} s, in the figures after {arrived.TotalSeconds:N2} s: {rate:N0}/s, {processorUs:N0} us of processor each, the client's too"));
            if (round >= 0)
            {
                rates[round] = rate;
            }
        }

        var median = Quantile.Of(rates, 0.5);
        var latencies = await PaceAsync(installation, visible);
        var (p50, p99) = (Quantile.Of(latencies, 0.50), Quantile.Of(latencies, 0.99));
        var exact = await IsExactAsync(installation);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{median:N0} orders/s end to end (bar {PerSecondMin:N0}); at {PacedPerSecond:N0}/s p50 {p50:N0} ms, p99 {p99:N0} ms (bar {LatencyMsMax:N0}), worst {latencies.Max():N0} ms; {_orders:N0} orders {(exact ? "exact" : "NOT EXACT")}"));
        return new Dictionary<string, object>
        {
            ["benchmark"] = Name,
            ["body_bytes"] = _payloads.BodyBytes,
            ["orders_per_second"] = Math.Round(median),
            ["orders_per_second_bar"] = PerSecondMin,
            ["p50_ms_at_1000_per_second"] = Math.Round(p50),
            ["p99_ms_at_1000_per_second"] = Math.Round(p99),
            ["orders"] = _orders,
            ["exact"] = exact,
            ["holds"] = median >= PerSecondMin && p99 < LatencyMsMax && exact,
        };
    }

    private async Task<(TimeSpan Accepted, TimeSpan Arrived, double ProcessorUs)> SaturateAsync(Installation installation, VisibleOrders visible)
    {
        using var load = await WebhookLoad.ConnectAsync(installation.Address, Connections, Make(OrdersOfRound));
        var started = Stopwatch.GetTimestamp();
        var processor = Environment.CpuUsage.TotalTime;
        await load.SendAllAsync();
        var accepted = Stopwatch.GetElapsedTime(started);
        await visible.ArriveAsync(_payloads.Customers, _revenueMinor);
        return (accepted, Stopwatch.GetElapsedTime(started), (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / OrdersOfRound);
    }

    private async Task<IReadOnlyList<double>> PaceAsync(Installation installation, VisibleOrders visible)
    {
        var requests = Make(PacedOrders);
        using var load = await WebhookLoad.ConnectAsync(installation.Address, Connections, requests);
        var following = visible.FollowAsync(requests.Count(r => r.Payload.IsFirst));
        await load.PaceAsync(PacedPerSecond, PacedOrders, visible.Watch);
        var latencies = await following;
        await visible.ArriveAsync(_payloads.Customers, _revenueMinor);
        return latencies;
    }

    /// <summary>What the store's rows say, customer by customer: as many orders and as much money as was sent.</summary>
    private async Task<bool> IsExactAsync(Installation installation)
    {
        var (customers, orders, revenue, position) = (0, 0L, 0L, 0L);
        while (await installation.Database.Facts.ReadChangesAsync(installation.Tenant, position, FeedPage, CancellationToken.None) is { Count: > 0 } page)
        {
            position = page[^1].ChangeSeq;
            customers += page.Count;
            orders += page.Sum(c => (long)c.Metrics.OrdersCount);
            revenue += page.Sum(c => c.Metrics.TotalSpentMinor);
        }

        var depth = await installation.Database.Inbox.MeasureAsync(CancellationToken.None);
        return (customers, orders, revenue, depth.Waiting, depth.Dead) == (_payloads.Customers, _orders, _revenueMinor, 0, 0);
    }

    private List<SignedRequest> Make(int count)
    {
        var requests = Enumerable.Range(0, count).Select(_ => new SignedRequest(_payloads.Next(), Installation.ShopName, Installation.Secret)).ToList();
        _orders += count;
        _revenueMinor += requests.Sum(r => r.Payload.NetMinor);
        return requests;
    }
}
