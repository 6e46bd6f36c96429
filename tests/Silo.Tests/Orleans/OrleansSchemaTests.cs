using Npgsql;
using XSight.Grains.Hosting;
using XSight.Testing.Postgres;

namespace XSight.Silo.Tests;

/// <summary>A release's schema comes before its silos: they wait for it, and not for ever.</summary>
public sealed class OrleansSchemaTests : IAsyncLifetime
{
    private PostgresServer? _server;
    private NpgsqlDataSource _database = null!;

    public async ValueTask InitializeAsync()
    {
        try
        {
            _server = await PostgresServer.StartAsync();
        }
        catch (PostgresUnavailableException lack) when (!PostgresUnavailableException.IsFault)
        {
            Assert.Skip(lack.Message);
        }

        _database = NpgsqlDataSource.Create(ProviderAddress.Postgres(await _server.CreateDatabaseAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _database.DisposeAsync();
            await _server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_without_the_script_is_not_waited_for_longer_than_allowed() =>
        Assert.False(await Schema.WaitAsync(TimeSpan.Zero, CancellationToken.None));

    [Fact]
    public async Task Two_that_apply_it_at_once_are_one_after_the_other_and_whoever_waited_goes_on()
    {
        var waiting = Schema.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);

        await Task.WhenAll(Schema.ApplyAsync(CancellationToken.None), Schema.ApplyAsync(CancellationToken.None));

        Assert.True(await waiting);
    }

    [Fact]
    public async Task The_script_of_an_older_release_is_not_enough()
    {
        await Schema.ApplyAsync(CancellationToken.None);
        await using var older = _database.CreateCommand("UPDATE OrleansQuery SET QueryText = '0' WHERE QueryKey = 'ScriptVersion'");
        await older.ExecuteNonQueryAsync();

        Assert.False(await Schema.WaitAsync(TimeSpan.Zero, CancellationToken.None));
    }

    private Hosting.OrleansSchema Schema => new(_database, TimeProvider.System);
}
