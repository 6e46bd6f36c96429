using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Npgsql;
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
    private const int ExitWithoutSchema = 3;

    /// <summary>For the job that applies it, which may have migrations of large tables to do before.</summary>
    private static readonly TimeSpan SchemaWithin = TimeSpan.FromMinutes(2);

    /// <summary>Long enough to hand every grain over; Kubernetes must grant more (terminationGracePeriodSeconds).</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(45);

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (args is ["migrate"])
        {
            return await MigrateAsync(builder.Configuration);
        }

        SiloSettings settings;
        try
        {
            settings = SiloSettings.Read(builder.Configuration);
            AddSilo(builder, settings);
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            return await RefuseAsync(error.Message, ExitMisconfigured);
        }

        await using var database = await Database.OpenAsync(settings.DatabaseUrl, TimeProvider.System, CancellationToken.None);
        if (!await HasSchemaAsync(settings.DatabaseUrl))
        {
            return await RefuseAsync($"the database has not got this release's orleans.sql within {SchemaWithin.TotalMinutes} minutes; `XSight.Silo migrate` applies it.", ExitWithoutSchema);
        }

        builder.Services.AddSingleton(database);
        await using var app = builder.Build();
        MapHealth(app);
        MapDashboard(app, settings);
        await app.RunAsync();
        return 0;
    }

    /// <summary>Everything that a release's database needs before its silos start: XSight's own tables, and those of Orleans' providers.</summary>
    private static async Task<int> MigrateAsync(IConfiguration configuration)
    {
        try
        {
            var url = SiloSettings.ReadDatabaseUrl(configuration);
            await using var source = NpgsqlDataSource.Create(ProviderAddress.Postgres(url));
            await using var database = await Database.OpenAsync(url, TimeProvider.System, CancellationToken.None);
            await new OrleansSchema(source, TimeProvider.System).ApplyAsync(CancellationToken.None);
            return 0;
        }
        catch (FormatException error)
        {
            return await RefuseAsync(error.Message, ExitMisconfigured);
        }
    }

    private static async Task<bool> HasSchemaAsync(string databaseUrl)
    {
        await using var source = NpgsqlDataSource.Create(ProviderAddress.Postgres(databaseUrl));
        var schema = new OrleansSchema(source, TimeProvider.System);
        if (await schema.WaitAsync(TimeSpan.Zero, CancellationToken.None))
        {
            return true;
        }

        await Console.Error.WriteLineAsync("XSight.Silo: the database has not got this release's orleans.sql yet; waiting for `XSight.Silo migrate`.");
        return await schema.WaitAsync(SchemaWithin, CancellationToken.None);
    }

    private static async Task<int> RefuseAsync(string reason, int exitCode)
    {
        await Console.Error.WriteLineAsync($"XSight.Silo: {reason}");
        return exitCode;
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
