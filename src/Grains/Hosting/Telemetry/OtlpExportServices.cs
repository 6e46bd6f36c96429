using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace XSight.Grains.Hosting.Telemetry;

/// <summary>How a host takes the export in.</summary>
public static class OtlpExportServices
{
    /// <summary>Exports traces and metrics by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. To be called before the services that are to be watched: it then starts first and ends last.</summary>
    /// <exception cref="OtlpSettingException">A setting is malformed.</exception>
    public static IServiceCollection AddOtlpExport(this IServiceCollection services, IConfiguration configuration, string service)
    {
        if (OtlpSettings.Read(configuration) is { } settings)
        {
            services.AddHostedService(_ => new OtlpExport(settings, service));
        }

        return services;
    }
}
