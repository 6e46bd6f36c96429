using System.Net;
using Microsoft.Extensions.DependencyInjection;
using XSight.Api.Tests.Support;
using XSight.Storage;

namespace XSight.Api.Tests.Operations;

public sealed class OtlpExportTests
{
    private static readonly string[] Metrics =
    [
        "xsight.webhooks.accepted", "xsight.webhooks.refused", "xsight.webhooks.apply.duration", "xsight.inbox.append.duration", "xsight.commit.duration",
        "xsight.commit.rows", "xsight.sync.rows", "xsight.sync.ended", "xsight.shopify.call.duration", "xsight.shopify.cost", "grain.call.duration", "grain.stream.queued",
    ];

    private static readonly string[] Spans = ["webhook accept", "webhook apply", "ICustomerGrain/Apply", "commit"];

    [Fact]
    public async Task Traces_and_metrics_reach_a_collector_and_tell_nothing_of_a_person_or_a_secret()
    {
        await using var collector = await Collector.StartAsync();
        await using (var installation = await Installation.StartAsync(["ana-store"], new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Endpoint }))
        {
            using var ana = await installation.ConnectAsync("ana@example.com", "ana-store");
            var shopify = new ShopifyWebhooks(ana, "ana-store");
            Assert.Equal(HttpStatusCode.OK, await shopify.DeliverAsync("orders/create", ShopifyWebhooks.Order(99_003, 77_003)));
            Assert.Equal(HttpStatusCode.Unauthorized, await shopify.DeliverAsync("orders/create", "{}", signature: "wrong"));
            var inbox = installation.Services.GetRequiredService<IDatabase>().Inbox;
            await Patience.UntilAsync(async () => (await inbox.MeasureAsync(CancellationToken.None)).Waiting == 0);
        }

        Assert.Equal(["application/x-protobuf"], collector.Types);
        var (traces, metrics) = (collector.Text("traces"), collector.Text("metrics"));
        Assert.All(Spans, name => Assert.Contains(name, traces, StringComparison.Ordinal));
        Assert.All(Metrics, name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.All(
            (string[])["ana@example.com", "ada@example.com", "Lovelace", "+15550100", Installation.ApiSecret, Visitor.Password, "hmac=", "code="],
            secret => Assert.DoesNotContain(secret, traces + metrics, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "carrier pigeon")]
    public async Task A_setting_that_makes_no_sense_stops_the_start_with_its_name(string name, string value)
    {
        using var data = new TemporaryFolder();
        using var program = new RunningProgram(data, Ports.Free(), demo: false, ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318"), (name, value));
        var (code, errors) = await program.EndAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(2, code);
        Assert.Contains(name, errors);
    }
}
