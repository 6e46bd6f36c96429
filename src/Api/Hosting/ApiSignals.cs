using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace XSight.Api.Hosting;

/// <summary>Meter and activity source <c>XSight.Api</c>. While nobody listens, a measurement costs the test of a flag.</summary>
internal static class ApiSignals
{
    private const string Name = "XSight.Api";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Accepted = Meter.CreateCounter<long>("xsight.webhooks.accepted", "{delivery}", "Webhooks acknowledged: durable, or known already.");
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>("xsight.webhooks.refused", "{delivery}", "Webhooks not kept, by reason.");
    private static readonly Counter<long> HubMessages = Meter.CreateCounter<long>("xsight.hub.messages", "{message}", "Events sent to a tenant's browsers, by name.");

    /// <summary>The span that a webhook's whole road hangs on; null while nobody listens.</summary>
    public static Activity? Accepting() => Source.StartActivity("webhook accept", ActivityKind.Producer);

    public static void WebhookAccepted(string topic, bool isNew) =>
        Accepted.Add(1, new KeyValuePair<string, object?>("xsight.topic", topic), new KeyValuePair<string, object?>("xsight.outcome", isNew ? "new" : "repeated"));

    /// <param name="reason"><c>size</c>, <c>signature</c>, <c>topic</c>, or <c>shop</c> for one that is not ours.</param>
    public static void WebhookRefused(string reason) => Refused.Add(1, new KeyValuePair<string, object?>("xsight.reason", reason));

    public static void HubMessage(string name) => HubMessages.Add(1, new KeyValuePair<string, object?>("xsight.event", name));
}
