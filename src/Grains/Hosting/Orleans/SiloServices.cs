using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Providers;
using Orleans.Storage;
using XSight.Grains.Security;
using XSight.Shopify;
using XSight.Storage;

namespace XSight.Grains.Hosting;

/// <summary>The grains' side of a process: a silo of Microsoft Orleans. The host adds <see cref="IDatabase"/>.</summary>
public static class SiloServices
{
    private const string Invariant = "Npgsql";

    /// <summary>
    /// Three unanswered probes are a death: a silo that was killed is voted out six to eight seconds later, and a pause of less is no death.
    /// Calls from the web wait for that, and so does a silo that joins.
    /// </summary>
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(2);

    /// <summary>A member of a cluster: who else is in it is in Redis, grain state and reminders are in PostgreSQL.</summary>
    public static void AddXSightSilo(this IHostApplicationBuilder builder, SiloSettings settings, Action<ISiloBuilder>? configure = null)
    {
        builder.ConfigureLogs();
        var postgres = ProviderAddress.Postgres(settings.DatabaseUrl);
        var redis = ProviderAddress.Redis(settings.RedisUrl);
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (settings.ServiceId, settings.ClusterId));
            silo.Configure<SiloOptions>(options => options.SiloName = settings.Name ?? options.SiloName);
            silo.ConfigureEndpoints(settings.AdvertisedAddress, settings.SiloPort, settings.GatewayPort, listenOnAnyHostAddress: true);
            silo.Configure<ClusterMembershipOptions>(options => options.ProbeTimeout = options.MinProbeTimeout = ProbeTimeout);
            silo.UseRedisClustering(options => options.ConfigurationOptions = redis);
            silo.AddAdoNetGrainStorage(StorageNames.Relational, options =>
            {
                (options.Invariant, options.ConnectionString) = (Invariant, postgres);
                options.GrainStorageSerializer = new JsonStateSerializer();
            });
            silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Invariant, postgres));

            // Who subscribed outlives the silo that was told; the runtime's own serializer, for the runtime's own types.
            silo.AddAdoNetGrainStorage(ProviderConstants.DEFAULT_PUBSUB_PROVIDER_NAME, options => (options.Invariant, options.ConnectionString) = (Invariant, postgres));
            silo.AddXSightProgrammingModel();
            configure?.Invoke(silo);
        });

        // After the silo, in this order: what they do at start are grain calls.
        builder.Services.AddShopify(settings.Shopify);
        builder.Services.AddXSightGrains(settings.EncryptionKey);
    }

    /// <summary>
    /// Alone in its process, as the in-process runtime is: grain state and reminders are rows of the host's one database, in the same form.
    /// The host adds Shopify's client.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="encryptionKey">32 bytes for secrets at rest.</param>
    public static void AddXSightSilo(this IHostApplicationBuilder builder, byte[] encryptionKey)
    {
        builder.ConfigureLogs();
        var siloPort = SiloSettings.ReadSiloPort(builder.Configuration);
        var gatewayPort = SiloSettings.ReadGatewayPort(builder.Configuration);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort, gatewayPort);
            silo.AddXSightRows();
            silo.AddXSightProgrammingModel();
        });
        builder.Services.AddXSightGrains(encryptionKey);
    }

    /// <summary>Grain state and reminders as rows of the host's database; who subscribed to a stream is forgotten with the process.</summary>
    public static void AddXSightRows(this ISiloBuilder silo)
    {
        silo.Services.AddKeyedSingleton<IGrainStorage>(StorageNames.Relational, (provider, _) => new RelationalGrainStorage(provider.GetRequiredService<IDatabase>()));
        silo.AddReminders();
        silo.Services.AddSingleton<IReminderTable, ReminderRows>();
        silo.AddMemoryGrainStorage(ProviderConstants.DEFAULT_PUBSUB_PROVIDER_NAME);
    }

    /// <summary>What the grains rely on, however the silo keeps its state: streams, the tenant's border, traces.</summary>
    public static void AddXSightProgrammingModel(this ISiloBuilder silo)
    {
        silo.AddMemoryStreams(StreamNames.Provider);
        silo.AddActivityPropagation();
        silo.AddIncomingGrainCallFilter<TenantCallFilter>();
    }

    /// <summary>
    /// Orleans places every activation through a pipeline of Polly's, which tells two lines each time: from warnings on, unless the operator's
    /// settings, which stand above these, say otherwise.
    /// </summary>
    private static void ConfigureLogs(this IHostApplicationBuilder builder) =>
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = [new("Logging:LogLevel:Polly", "Warning")] });
}
