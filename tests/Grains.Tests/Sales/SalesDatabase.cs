using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using XSight.Storage;
using XSight.Testing.Postgres;

namespace XSight.Grains.Tests.Sales;

/// <summary>A store's database and a plain connection to it, for figures in SQL.</summary>
public sealed class SalesDatabase : IAsyncDisposable
{
    private readonly Func<ValueTask> _cleanUp;

    private SalesDatabase(IDatabase database, DbConnection plain, string monthOf, Func<ValueTask> cleanUp)
    {
        (Database, Plain, MonthOf, _cleanUp) = (database, plain, monthOf, cleanUp);
    }

    public IDatabase Database { get; }

    public DbConnection Plain { get; }

    /// <summary>The calendar month of a day number <c>{0}</c>, such as 2026-03, in the database's words.</summary>
    public string MonthOf { get; }

    public static async Task<SalesDatabase> OnSqliteAsync()
    {
        var folder = new StoreFolder();
        var plain = new SqliteConnection($"Data Source={folder.DatabasePath};Pooling=false");
        return await OpenAsync($"sqlite:{folder.DatabasePath}", plain, "strftime('%Y-%m', {0} * 86400, 'unixepoch')", () =>
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        });
    }

    /// <summary>Skips the test where there is no PostgreSQL, and fails it where <c>CI</c> is <c>true</c>.</summary>
    public static async Task<SalesDatabase> OnPostgresAsync()
    {
        try
        {
            var server = await PostgresServer.StartAsync();
            var address = new Uri(await server.CreateDatabaseAsync());
            var user = address.UserInfo.Split(':');
            var plain = new NpgsqlConnection(
                $"Host={address.Host};Port={address.Port};Database={address.AbsolutePath[1..]};Username={user[0]};Password={user[1]};Pooling=false");
            return await OpenAsync(address.AbsoluteUri, plain, "to_char(date '1970-01-01' + {0}, 'YYYY-MM')", server.DisposeAsync);
        }
        catch (PostgresUnavailableException unavailable) when (!PostgresUnavailableException.IsFault)
        {
            Assert.Skip(unavailable.Message);
            throw;
        }
    }

    /// <summary>Rows as arrays; numbers of any width as longs.</summary>
    public async Task<List<object?[]>> QueryAsync(string sql, TenantId tenant)
    {
        await using var command = Plain.CreateCommand();
        command.CommandText = sql;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("tenant", tenant.Value);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch
            {
                DBNull => null,
                string text => (object)text,
                var number => Convert.ToInt64(number, null),
            })]);
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await Plain.DisposeAsync();
        await Database.DisposeAsync();
        await _cleanUp();
    }

    private static async Task<SalesDatabase> OpenAsync(string url, DbConnection plain, string monthOf, Func<ValueTask> cleanUp)
    {
        var database = await Storage.Database.OpenAsync(url, TimeProvider.System, CancellationToken.None);
        await plain.OpenAsync();
        return new SalesDatabase(database, plain, monthOf, cleanUp);
    }
}
