using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Storage;
using Orleans.TestingHost;
using XSight.Grains.Hosting;
using XSight.Testing.Postgres;

namespace XSight.Silo.Tests.AdoNet;

/// <summary>
/// A silo whose grain state and reminders are in PostgreSQL by deploy/sql/orleans.sql, in a database of its own.
/// </summary>
public sealed class AdoNetSilo : IAsyncLifetime
{
    /// <summary>Keeps a cleared row.</summary>
    public const string Keeping = "keeping";

    /// <summary>Deletes it.</summary>
    public const string Deleting = "deleting";

    private PostgresServer? _server;
    private InProcessTestCluster? _cluster;

    public IGrainStorage Storage(string name) => Services.GetRequiredKeyedService<IGrainStorage>(name);

    public IReminderTable Reminders => Services.GetRequiredService<IReminderTable>();

    private IServiceProvider Services => _cluster!.GetSiloServiceProvider();

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.StartAsync();
        var connection = ProviderAddress.Postgres(await _server.CreateDatabaseAsync());
        await OrleansSchema.ApplyAsync(connection);
        _cluster = await Start(connection);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static async Task<InProcessTestCluster> Start(string connection)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddAdoNetGrainStorage(Keeping, options => Connect(options, connection));
            silo.AddAdoNetGrainStorage(Deleting, options =>
            {
                Connect(options, connection);
                options.DeleteStateOnClear = true;
            });
            silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = ("Npgsql", connection));
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }

    private static void Connect(AdoNetGrainStorageOptions options, string connection) =>
        (options.Invariant, options.ConnectionString) = ("Npgsql", connection);
}
