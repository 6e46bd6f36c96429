using XSight.Api.Configuration;
using XSight.Grains.Hosting.InProcess;
using XSight.Web.Operations;

namespace XSight.Api.Hosting;

/// <summary>The grains live in this process.</summary>
internal static class GrainHosting
{
    public static void AddGrains(this WebApplicationBuilder builder, XSightOptions options)
    {
        builder.Services.AddSingleton<InProcessFigures>();
        builder.Services.AddSingleton<IRuntimeFigures>(provider => provider.GetRequiredService<InProcessFigures>());
        builder.Services.AddHostedService(provider => provider.GetRequiredService<InProcessFigures>());
        builder.AddXSightSilo(options.EncryptionKey ?? throw new ConfigurationException(SettingNames.EncryptionKey, "is missing; the grains of this process seal tokens with it."));
    }
}
