using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Storage;
using Orleans.TestingHost;

namespace XSight.Silo.Tests.AdoNet;

/// <summary>
/// A silo whose grain state and reminders are in PostgreSQL by deploy/sql/orleans.sql, in a schema made anew. The database is the one
/// that XSIGHT_TEST_POSTGRES names (Npgsql's connection string).
/// </summary>
public sealed class AdoNetSilo : IAsyncLifetime
{
    /// <summary>Keeps a cleared row.</summary>
    public const string Keeping = "keeping";

    /// <summary>Deletes it.</summary>
    public const string Deleting = "deleting";

    private InProcessTestCluster? _cluster;

    public IGrainStorage Storage(string name) => Services.GetRequiredKeyedService<IGrainStorage>(name);

    public IReminderTable Reminders => Services.GetRequiredService<IReminderTable>();

    private IServiceProvider Services => _cluster!.GetSiloServiceProvider();

    public async ValueTask InitializeAsync()
    {
        var address = Environment.GetEnvironmentVariable("XSIGHT_TEST_POSTGRES")
            ?? throw new InvalidOperationException("XSIGHT_TEST_POSTGRES is not set: these tests need a PostgreSQL database of their own.");
        await ApplySchema(address);
        var connection = new NpgsqlConnectionStringBuilder(address) { SearchPath = "orleans" }.ConnectionString;
        _cluster = await Start(connection);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
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

    private static async Task ApplySchema(string address)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "orleans.sql"));
        await using var source = NpgsqlDataSource.Create(address);
        await using var drop = source.CreateCommand("drop schema if exists orleans cascade");
        await drop.ExecuteNonQueryAsync();
        await using var connection = await source.OpenConnectionAsync();

        // A script for psql: without parameters, so that the names in it are left alone.
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await using var apply = new NpgsqlCommand(script, connection) { AllResultTypesAreUnknown = true };
            await apply.ExecuteNonQueryAsync();
        }
    }
}
