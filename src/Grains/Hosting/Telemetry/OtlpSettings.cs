using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;

namespace XSight.Grains.Hosting.Telemetry;

/// <summary>Where traces and metrics go. The names are OpenTelemetry's own; its SDK reads the others (<c>OTEL_EXPORTER_OTLP_HEADERS</c>, <c>OTEL_TRACES_SAMPLER</c> and so on) from the environment by itself.</summary>
internal sealed record OtlpSettings(Uri Endpoint, OtlpExportProtocol Protocol)
{
    public const string EndpointName = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string ProtocolName = "OTEL_EXPORTER_OTLP_PROTOCOL";

    private const string TracesPath = "v1/traces";
    private const string MetricsPath = "v1/metrics";

    /// <summary>Null when nothing is to be exported.</summary>
    /// <exception cref="OtlpSettingException">A setting is malformed.</exception>
    public static OtlpSettings? Read(IConfiguration configuration)
    {
        if (configuration[EndpointName] is not { Length: > 0 } text)
        {
            return null;
        }

        var endpoint = Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new OtlpSettingException(EndpointName, "expected a collector's address such as http://collector:4318.");
        return new OtlpSettings(endpoint, configuration[ProtocolName] switch
        {
            null or "" or "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
            "grpc" => OtlpExportProtocol.Grpc,
            _ => throw new OtlpSettingException(ProtocolName, "expected http/protobuf or grpc."),
        });
    }

    public void ApplyToTraces(OtlpExporterOptions options) => Apply(options, TracesPath);

    public void ApplyToMetrics(OtlpExporterOptions options) => Apply(options, MetricsPath);

    private void Apply(OtlpExporterOptions options, string path)
    {
        options.Protocol = Protocol;
        options.Endpoint = Protocol == OtlpExportProtocol.Grpc ? Endpoint : new Uri($"{Endpoint.AbsoluteUri.TrimEnd('/')}/{path}");
    }
}
