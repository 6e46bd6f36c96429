using System.Globalization;
using XSight.Testing.Postgres;

namespace XSight.Bench;

/// <summary>
/// The front door under load: webhooks acknowledged, which means durable in the inbox, against an endpoint that keeps nothing. The same
/// requests from the same client, turn and turn about; nobody applies the deliveries here, that is what <see cref="PipelineBenchmark"/>
/// measures. Bars: a quarter of the rival on SQLite, an eighth on PostgreSQL; p99 under 50 ms at half the accepted rate.
/// </summary>
public sealed class WebhooksBenchmark : IBenchmark
{
    private const string Sqlite = "sqlite";
    private const string Postgres = "postgresql";
    private const int Connections = 64;
    private const int Requests = 2_048;
    private const int Seed = 5;
    private const int Rounds = 7;
    private const double SqliteShareMin = 0.25;
    private const double PostgresShareMin = 0.125;
    private const double LatencyMsMax = 50;
    private const double PacedShare = 0.5;
    private const double PacedSeconds = 10;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    public string Name => "webhooks";

    public string Summary => "webhooks a second made durable and acknowledged, against an endpoint that only checks the signature";

    public async Task<IReadOnlyDictionary<string, object>> RunAsync(string[] arguments)
    {
        var payloads = new OrderPayloads(Seed);
        var requests = Enumerable.Range(0, Requests).Select(_ => new SignedRequest(payloads.Next(), Installation.ShopName, Installation.Secret)).ToList();
        await using var rival = await BareEndpoint.StartAsync(Installation.Secret);
        using var toRival = await WebhookLoad.ConnectAsync(rival.Address, Connections, requests);
        await toRival.SaturateAsync(WarmUp);
        Console.WriteLine($"{payloads.BodyBytes:N0} bytes a body, {Connections} connections, {Rounds} rounds of {Round.TotalSeconds:N0} s each in turn, {Environment.ProcessorCount} cores");

        var figures = new Dictionary<string, object> { ["benchmark"] = Name, ["body_bytes"] = payloads.BodyBytes, ["connections"] = Connections };
        var holds = Wants(arguments, Sqlite) ? await CompareAsync(Sqlite, null, SqliteShareMin, requests, toRival, figures, () => Task.CompletedTask) : true;
        if (Wants(arguments, Postgres))
        {
            holds &= await CompareOnPostgresAsync(requests, toRival, figures);
        }

        figures["holds"] = holds;
        return figures;
    }

    /// <summary>Both databases, unless one is named.</summary>
    private static bool Wants(string[] arguments, string database) => arguments.Length == 0 || arguments[0] == database;

    private static async Task<bool> CompareOnPostgresAsync(IReadOnlyList<SignedRequest> requests, WebhookLoad toRival, Dictionary<string, object> figures)
    {
        try
        {
            await using var server = await PostgresServer.StartAsync(durable: true);
            return await CompareAsync(Postgres, await server.CreateDatabaseAsync(), PostgresShareMin, requests, toRival, figures, server.CheckpointAsync);
        }
        catch (PostgresUnavailableException absent)
        {
            Console.WriteLine($"PostgreSQL SKIPPED: {absent.Message}");
            figures[Postgres] = "skipped";
            return true;
        }
    }

    private static async Task<bool> CompareAsync(
        string name,
        string? databaseUrl,
        double shareMin,
        IReadOnlyList<SignedRequest> requests,
        WebhookLoad toRival,
        Dictionary<string, object> figures,
        Func<Task> settle)
    {
        await using var installation = await Installation.StartAsync(databaseUrl);
        using var toUs = await WebhookLoad.ConnectAsync(installation.Address, Connections, requests);
        await toUs.SaturateAsync(WarmUp);
        var (ours, theirs) = (new double[Rounds], new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            (theirs[round], var theirUs) = await toRival.SaturateAsync(Round);
            (ours[round], var ourUs) = await toUs.SaturateAsync(Round);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12} round {round + 1}: ours {ours[round],8:N0}/s {ourUs,5:N0} us  bare endpoint {theirs[round],8:N0}/s {theirUs,5:N0} us  share {ours[round] / theirs[round]:N3}"));
        }

        var (accepted, bare) = (Quantile.Of(ours, 0.5), Quantile.Of(theirs, 0.5));
        var rate = accepted * PacedShare;
        await settle();
        var latencies = await toUs.PaceAsync(rate, (int)(rate * PacedSeconds));
        var (p50, p99) = (Quantile.Of(latencies, 0.50), Quantile.Of(latencies, 0.99));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12} share {accepted / bare:N3} (bar {shareMin}); at {rate:N0}/s p50 {p50:N1} ms, p99 {p99:N1} ms (bar {LatencyMsMax}), worst {latencies.Max():N0} ms"));
        figures[$"{name}_accepted_per_second"] = Math.Round(accepted);
        figures[$"{name}_bare_endpoint_per_second"] = Math.Round(bare);
        figures[$"{name}_share"] = Math.Round(accepted / bare, 3);
        figures[$"{name}_share_bar"] = shareMin;
        figures[$"{name}_p50_ms_at_half_rate"] = Math.Round(p50, 1);
        figures[$"{name}_p99_ms_at_half_rate"] = Math.Round(p99, 1);
        return accepted / bare >= shareMin && p99 < LatencyMsMax;
    }
}
