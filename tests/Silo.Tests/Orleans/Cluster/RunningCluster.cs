using System.Globalization;
using XSight.Api.Configuration;
using XSight.Api.Tests.Support;
using XSight.Grains.Hosting;
using XSight.Silo.Hosting;
using XSight.Simulation.Tests.Kill;
using XSight.Testing.Postgres;

namespace XSight.Silo.Tests.Cluster;

/// <summary>
/// XSight as it is deployed: silos and an API as processes, a PostgreSQL and a Redis of their own, and a simulated store. What this
/// machine lacks is said by the exceptions of <see cref="StartAsync"/>.
/// </summary>
internal sealed class RunningCluster : IAsyncDisposable
{
    /// <summary>A silo that finds only dead members waits until their last sign of life is 90 seconds old.</summary>
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(150);

    private readonly TemporaryFolder _folder = new();
    private readonly List<RunningPart> _parts = [];
    private readonly PostgresServer _postgres;
    private RedisServer? _redis;
    private SimulatorSide? _store;
    private Dictionary<string, string> _settings = [];

    private RunningCluster(PostgresServer postgres) => _postgres = postgres;

    public SimulatorSide Store => _store!;

    /// <summary>Where the API listens.</summary>
    public Uri Address { get; private set; } = null!;

    public string DatabaseUrl { get; private set; } = "";

    /// <summary>PostgreSQL, Redis and the store; no silo and no API yet.</summary>
    /// <exception cref="PostgresUnavailableException">This machine has no PostgreSQL.</exception>
    /// <exception cref="RedisUnavailableException">This machine has no Redis.</exception>
    public static async Task<RunningCluster> StartAsync()
    {
        var cluster = new RunningCluster(await PostgresServer.StartAsync());
        try
        {
            await cluster.PrepareAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a silo; it is a member of the cluster when this returns.</summary>
    public async Task<RunningPart> StartSiloAsync()
    {
        var address = Listen(Ports.Free());
        var silo = Start("silo", typeof(SiloMembershipCheck).Assembly.Location, new(_settings)
        {
            ["ASPNETCORE_URLS"] = address.AbsoluteUri,
            ["ORLEANS_SILO_PORT"] = Ports.Free().ToString(CultureInfo.InvariantCulture),
            ["ORLEANS_GATEWAY_PORT"] = Ports.Free().ToString(CultureInfo.InvariantCulture),
        });
        await silo.ReadyAsync(new Uri(address, "/health/ready"), ReadyWithin);
        return silo;
    }

    /// <summary>Starts the API; it reaches a grain when this returns.</summary>
    public async Task<RunningPart> StartApiAsync()
    {
        var api = Start("API", typeof(XSightOptions).Assembly.Location, new(_settings) { ["ASPNETCORE_URLS"] = Address.AbsoluteUri });
        await api.ReadyAsync(new Uri(Address, "/health/ready"), ReadyWithin);
        return api;
    }

    public async ValueTask DisposeAsync()
    {
        _parts.ForEach(part => part.Dispose());
        _redis?.Dispose();
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        await _postgres.DisposeAsync();
        _folder.Dispose();
    }

    private async Task PrepareAsync()
    {
        Address = Listen(Ports.Free());
        _redis = await RedisServer.StartAsync(Ports.Free(), _folder.FullPath);
        DatabaseUrl = await _postgres.CreateDatabaseAsync();
        await OrleansSchema.ApplyAsync(ProviderAddress.Postgres(DatabaseUrl));
        _store = await SimulatorSide.StartAsync(Address, _folder.PathOf("orders.csv"));
        _settings = new Dictionary<string, string>
        {
            ["DATABASE_URL"] = DatabaseUrl,
            ["REDIS_URL"] = _redis.Address.AbsoluteUri,
            ["JWT_SECRET"] = new string('j', 32),
            ["ENCRYPTION_KEY"] = Convert.ToBase64String(new byte[32]),
            ["SHOPIFY_API_KEY"] = SimulatorSide.ApiKey,
            ["SHOPIFY_API_SECRET"] = SimulatorSide.ApiSecret,
            ["SHOPIFY_APP_URL"] = Address.GetLeftPart(UriPartial.Authority),
            ["SHOPIFY_STORE_URL"] = _store.StoreUrl,

            // Without the older orders: the simulator knows nothing of the made-up shop's, and a comparison would rightly call them deleted.
            ["SCOPES"] = "read_customers,read_orders,read_products",
            ["Logging__LogLevel__Default"] = "Warning",
            ["DOTNET_TieredPGO"] = "0",
        };
    }

    private static Uri Listen(int port) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    private RunningPart Start(string name, string assembly, Dictionary<string, string> settings)
    {
        var part = RunningPart.Start(name, "dotnet", [assembly], _folder.FullPath, settings);
        _parts.Add(part);
        return part;
    }
}
