using System.Diagnostics.Metrics;

namespace Orleans.InProcess;

/// <summary>
/// Meter <c>Orleans.InProcess</c>: calls and their latency in seconds by grain type and method, activations by type. While nobody
/// listens a call costs two tests of a flag.
/// </summary>
internal sealed class GrainMetrics : IDisposable
{
    internal const string MeterName = "Orleans.InProcess";

    private readonly TimeProvider _time;
    private readonly Meter _meter = new(MeterName);
    private readonly Histogram<double> _latency;
    private readonly Counter<long> _failures;
    private readonly UpDownCounter<long> _activations;

    internal GrainMetrics(GrainHost host)
    {
        _time = host.Time;
        _latency = _meter.CreateHistogram<double>("grain.call.duration", "s", "From the sending of a call to its answer.");
        _failures = _meter.CreateCounter<long>("grain.call.failures", "{call}", "Calls that ended with an exception.");
        _activations = _meter.CreateUpDownCounter<long>("grain.activations", "{activation}", "Activations in memory.");
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

    private static KeyValuePair<string, object?> MethodTag(GrainMethod method) => new("grain.method", method.Info.Name);
}
