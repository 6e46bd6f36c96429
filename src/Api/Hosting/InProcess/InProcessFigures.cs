using System.Diagnostics.Metrics;
using Orleans.InProcess;
using XSight.Api.Operations;
using XSight.Web.Operations;

namespace XSight.Api.Hosting;

/// <summary>The figures of this process's own runtime: its calls by its meter, the rest by asking it.</summary>
internal sealed class InProcessFigures : IRuntimeFigures, IHostedService, IDisposable
{
    private const string Duration = "grain.call.duration";
    private const string Failures = "grain.call.failures";
    private const string Type = "grain.type";
    private const string Method = "grain.method";

    private readonly GrainHost _host;
    private readonly CallWindow _calls;
    private readonly MeterListener _listener = new();

    public InProcessFigures(GrainHost host, TimeProvider time)
    {
        (_host, _calls) = (host, new CallWindow(time));
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, _host) && instrument.Name is Duration or Failures)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => _calls.Call(Tag(tags, Type), Tag(tags, Method), seconds));
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _calls.Failure(Tag(tags, Type), Tag(tags, Method)));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<RuntimeFigures> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(new RuntimeFigures
    {
        Scope = "this process",
        Activations = [.. _host.CountActivations().Select(one => new ActivationCount(one.Key, one.Value)).OrderByDescending(one => one.Activations)],
        Calls = _calls.Read(),
        CallsOver = CallWindow.Length,
        Streams = [.. _host.MeasureStreams().Select(one => new StreamFigures(one.Namespace, one.Items, one.Lag)).OrderBy(one => one.Namespace, StringComparer.Ordinal)],
    });

    public void Dispose() => _listener.Dispose();

    private static string Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == name)
            {
                return (string)tag.Value!;
            }
        }

        return "";
    }
}
