using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Orleans.Dashboard;
using XSight.Grains.Hosting;
using XSight.Grains.Hosting.Telemetry;
using XSight.Storage;

namespace XSight.Silo.Hosting;

/// <summary>
/// One silo of the cluster: members in Redis, grain state and reminders in PostgreSQL, streams in memory. Beside the silo it serves
/// health and, to operators, the Orleans dashboard.
/// </summary>
internal static class SiloHosting
{
    private const int ExitMisconfigured = 2;

    /// <summary>Long enough to hand every grain over; Kubernetes must grant more (terminationGracePeriodSeconds).</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(45);

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        SiloSettings settings;
        try
        {
            settings = SiloSettings.Read(builder.Configuration);
            AddSilo(builder, settings);
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            await Console.Error.WriteLineAsync($"XSight.Silo: {error.Message}");
            return ExitMisconfigured;
        }

        await using var database = await Database.OpenAsync(settings.DatabaseUrl, TimeProvider.System, CancellationToken.None);
        builder.Services.AddSingleton(database);
        await using var app = builder.Build();
        MapHealth(app);
        MapDashboard(app, settings);
        await app.RunAsync();
        return 0;
    }

    private static void AddSilo(WebApplicationBuilder builder, SiloSettings settings)
    {
        builder.Services.AddOtlpExport(builder.Configuration, "xsight-silo");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddHealthChecks().AddCheck<SiloMembershipCheck>("silo");
        builder.AddXSightSilo(settings, silo => AddDashboard(silo, settings));
    }

    private static void AddDashboard(ISiloBuilder silo, SiloSettings settings)
    {
        if (settings.DashboardPassword is { } password)
        {
            silo.AddDashboard(options => options.HideTrace = true);
            silo.Services.AddAuthorization()
                .AddAuthentication(OperatorAuthentication.SchemeName)
                .AddScheme<OperatorAuthenticationOptions, OperatorAuthentication>(OperatorAuthentication.SchemeName, options => options.Password = password);
        }
    }

    private static void MapHealth(WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }

    private static void MapDashboard(WebApplication app, SiloSettings settings)
    {
        if (settings.DashboardPassword is not null)
        {
            app.MapOrleansDashboard("/dashboard").RequireAuthorization();
        }
    }
}
