using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace XSight.Grains.Hosting;

/// <summary>Meter and activity source <c>XSight.Grains</c>. While nobody listens, a measurement costs the test of a flag.</summary>
internal static class GrainSignals
{
    private const string Name = "XSight.Grains";

    public static readonly ActivitySource Traces = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> ApplyDuration = Meter.CreateHistogram<double>("xsight.webhooks.apply.duration", "s", "From a delivery's receipt to the commit of its effect.");
    public static readonly Counter<long> Retries = Meter.CreateCounter<long>("xsight.webhooks.retries", "{delivery}", "Deliveries that failed and were put off.");
    public static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>("xsight.webhooks.dead", "{delivery}", "Deliveries that failed too often and were set aside.");
    public static readonly Gauge<long> InboxDepth = Meter.CreateGauge<long>("xsight.inbox.depth", "{delivery}", "Deliveries waiting in the inbox, due or put off.");
    public static readonly Gauge<long> InboxDead = Meter.CreateGauge<long>("xsight.inbox.dead", "{delivery}", "Dead letters in the inbox.");
    public static readonly Gauge<double> InboxAge = Meter.CreateGauge<double>("xsight.inbox.age", "s", "How long the oldest waiting delivery has waited; 0 when none does.");
    public static readonly Counter<long> SyncRows = Meter.CreateCounter<long>("xsight.sync.rows", "{row}", "Customers and orders that syncs merged.");
    public static readonly Counter<long> SyncEnds = Meter.CreateCounter<long>("xsight.sync.ended", "{run}", "Sync runs that ended, by outcome.");
}
