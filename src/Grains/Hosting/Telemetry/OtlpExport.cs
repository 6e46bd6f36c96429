using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace XSight.Grains.Hosting.Telemetry;

/// <summary>Listens to the rooms' meters and sources and sends what they tell to a collector; at the end it sends what is left.</summary>
internal sealed class OtlpExport(OtlpSettings settings, string service) : IHostedService, IDisposable
{
    private static readonly string[] Sources = ["XSight.*", "Microsoft.Orleans.Application", "Microsoft.AspNetCore", "System.Net.Http"];

    private static readonly string[] Meters =
        ["XSight.*", "Orleans.InProcess", "Microsoft.Orleans", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime"];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // What the environment says of the resource (OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES) stands above our name.
        var resource = ResourceBuilder.CreateEmpty().AddService(service).AddTelemetrySdk().AddEnvironmentVariableDetector();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Sources)
            .AddProcessor(new PersonalTags())
            .AddOtlpExporter(settings.ApplyToTraces)
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter(settings.ApplyToMetrics).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Once, whoever comes first: the host's stop and the disposal of its services may meet.</summary>
    public void Dispose()
    {
        Interlocked.Exchange(ref _traces, null)?.Dispose();
        Interlocked.Exchange(ref _metrics, null)?.Dispose();
    }
}
