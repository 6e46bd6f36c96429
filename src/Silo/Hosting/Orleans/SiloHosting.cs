using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Providers;
using XSight.Grains.Hosting;
using XSight.Grains.Hosting.Telemetry;
using XSight.Grains.Security;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Silo.Hosting;

/// <summary>
/// One silo of the cluster: members in Redis, grain state and reminders in PostgreSQL, streams in memory. Beside the silo it serves
/// health and, to operators, the Orleans dashboard.
/// </summary>
internal static class SiloHosting
{
    private const int ExitMisconfigured = 2;
    private const string Invariant = "Npgsql";

    /// <summary>Long enough to hand every grain over; Kubernetes must grant more (terminationGracePeriodSeconds).</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(45);

    /// <summary>
    /// Three unanswered probes are a death: a silo that was killed is voted out six to eight seconds later, and a pause of less is no death.
    /// Calls from the web wait for that (LostSiloRetry), and so does a silo that joins.
    /// </summary>
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(2);

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
        var postgres = ProviderAddress.Postgres(settings.DatabaseUrl);
        var redis = ProviderAddress.Redis(settings.RedisUrl);
        builder.Services.AddOtlpExport(builder.Configuration, "xsight-silo");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddHealthChecks().AddCheck<SiloMembershipCheck>("silo");
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (settings.ServiceId, settings.ClusterId));
            silo.ConfigureEndpoints(settings.AdvertisedAddress, settings.SiloPort, settings.GatewayPort, listenOnAnyHostAddress: true);
            silo.Configure<ClusterMembershipOptions>(options => options.ProbeTimeout = options.MinProbeTimeout = ProbeTimeout);
            silo.UseRedisClustering(options => options.ConfigurationOptions = redis);
            silo.AddAdoNetGrainStorage(StorageNames.Relational, options =>
            {
                (options.Invariant, options.ConnectionString) = (Invariant, postgres);
                options.GrainStorageSerializer = new JsonStateSerializer();
            });
            silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Invariant, postgres));
            silo.AddMemoryStreams(StreamNames.Provider);

            // Who subscribed outlives the silo that was told; the runtime's own serializer, for the runtime's own types.
            silo.AddAdoNetGrainStorage(ProviderConstants.DEFAULT_PUBSUB_PROVIDER_NAME, options => (options.Invariant, options.ConnectionString) = (Invariant, postgres));
            silo.AddActivityPropagation();
            silo.AddIncomingGrainCallFilter<TenantCallFilter>();
            AddDashboard(silo, settings);
        });

        // After the silo, in this order: what they do at start are grain calls.
        builder.Services.AddShopify(settings.Shopify);
        builder.Services.AddXSightGrains(settings.EncryptionKey);
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
