using System.Diagnostics.Metrics;

namespace Orleans.InProcess;

/// <summary>
/// Meter <c>Orleans.InProcess</c>: calls and their latency in seconds by grain type and method, activations by type,
/// items waiting in streams and how long they do. While nobody
/// listens a call costs two tests of a flag.
/// </summary>
internal sealed class GrainMetrics : IDisposable
{
    internal const string MeterName = "Orleans.InProcess";

    private readonly TimeProvider _time;
    private readonly Meter _meter;
    private readonly Histogram<double> _latency;
    private readonly Counter<long> _failures;
    private readonly UpDownCounter<long> _activations;

    internal GrainMetrics(GrainHost host)
    {
        _time = host.Time;
        _meter = new Meter(MeterName, version: null, tags: null, scope: host);
        _latency = _meter.CreateHistogram<double>("grain.call.duration", "s", "From the sending of a call to its answer.");
        _failures = _meter.CreateCounter<long>("grain.call.failures", "{call}", "Calls that ended with an exception.");
        _activations = _meter.CreateUpDownCounter<long>("grain.activations", "{activation}", "Activations in memory.");
        _meter.CreateObservableGauge("grain.stream.queued", () => host.Streams.Backlogs().Select(b => new Measurement<long>(b.Items, NamespaceTag(b))), "{item}", "Stream items not delivered yet, by namespace.");
        _meter.CreateObservableGauge("grain.stream.lag", () => host.Streams.Backlogs().Select(b => new Measurement<double>(b.Lag.TotalSeconds, NamespaceTag(b))), "s", "How long the oldest stream item has waited, by namespace.");
    }

    public void Dispose() => _meter.Dispose();

    internal void Activated(GrainClass grainClass) => _activations.Add(1, TypeTag(grainClass));

    internal void Deactivated(GrainClass grainClass) => _activations.Add(-1, TypeTag(grainClass));

    internal void Called(GrainMethod method, GrainClass grainClass, long sentAt, bool failed)
    {
        if (_latency.Enabled)
        {
            _latency.Record(_time.GetElapsedTime(sentAt).TotalSeconds, TypeTag(grainClass), MethodTag(method));
        }

        if (failed && _failures.Enabled)
        {
            _failures.Add(1, TypeTag(grainClass), MethodTag(method));
        }
    }

    private static KeyValuePair<string, object?> TypeTag(GrainClass grainClass) => new("grain.type", grainClass.TypeName);

    private static KeyValuePair<string, object?> NamespaceTag(StreamBacklog backlog) => new("stream.namespace", backlog.Namespace);

    private static KeyValuePair<string, object?> MethodTag(GrainMethod method) => new("grain.method", method.Info.Name);
}
