using System.Diagnostics;
using XSight.Grains.Hosting;
using XSight.Storage;

namespace XSight.Grains.Webhooks;

/// <summary>What the consumer of webhooks tells: every delivery done with and how long that took from its receipt, and the span that continues the one it was accepted in.</summary>
internal static class IngestSignals
{
    /// <summary>A span over some deliveries: it continues the trace of the first traced one and links those of the others. Null while nobody listens.</summary>
    public static Activity? Begin(string name, TenantId tenant, IReadOnlyList<InboxItem> items)
    {
        if (!GrainSignals.Traces.HasListeners())
        {
            return null;
        }

        var origins = items.Select(item => ActivityContext.TryParse(item.Delivery.TraceParent, null, isRemote: true, out var origin) ? origin : default)
            .Where(origin => origin != default)
            .Distinct()
            .ToList();
        var span = GrainSignals.Traces.StartActivity(
            ActivityKind.Consumer, origins.FirstOrDefault(), links: origins.Skip(1).Select(origin => new ActivityLink(origin)), name: name);
        return span?.SetTag("xsight.tenant", tenant.Value)
            .SetTag("xsight.topic", items[0].Delivery.Topic)
            .SetTag("xsight.inbox_seq", items[0].InboxSeq)
            .SetTag("xsight.deliveries", items.Count);
    }

    public static void Applied(IReadOnlyList<InboxItem> items, TimeProvider time)
    {
        if (!GrainSignals.ApplyDuration.Enabled)
        {
            return;
        }

        var now = time.GetUtcNow();
        foreach (var item in items)
        {
            GrainSignals.ApplyDuration.Record((now - item.Delivery.ReceivedAt).TotalSeconds, Topic(item));
        }
    }

    public static void PutOff(InboxItem item) => GrainSignals.Retries.Add(1, Topic(item));

    public static void Buried(InboxItem item) => GrainSignals.DeadLetters.Add(1, Topic(item));

    private static KeyValuePair<string, object?> Topic(InboxItem item) => new("xsight.topic", item.Delivery.Topic);
}
