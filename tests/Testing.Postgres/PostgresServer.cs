using Npgsql;

namespace XSight.Testing.Postgres;

/// <summary>
/// A PostgreSQL server to test on: the one <c>XSIGHT_TEST_POSTGRES</c> names (an account that may create databases), or a throwaway
/// cluster of this machine's PostgreSQL, gone afterwards.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Variable = "XSIGHT_TEST_POSTGRES";

    private readonly Uri _address;
    private readonly ThrowawayCluster? _cluster;
    private readonly List<string> _databases = [];

    private PostgresServer(Uri address, ThrowawayCluster? cluster)
    {
        _address = address;
        _cluster = cluster;
    }

    /// <param name="durable">Whether commits reach the disk. Tests have no need of it; what measures commits has.</param>
    /// <exception cref="PostgresUnavailableException">There is neither.</exception>
    public static async Task<PostgresServer> StartAsync(bool durable = false)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return new PostgresServer(new Uri(given), null);
        }

        var cluster = await ThrowawayCluster.StartAsync(durable);
        return new PostgresServer(cluster.Address, cluster);
    }

    /// <summary>Makes an empty database and returns its address, <c>postgresql://…</c>.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"xsight_{Guid.NewGuid():n}";
        await ExecuteAsync($"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0");
        lock (_databases)
        {
            _databases.Add(name);
        }

        return new UriBuilder(_address) { Path = name }.Uri.AbsoluteUri;
    }

    /// <summary>
    /// Brings a young server to where one of age is: a server keeps the files of its log after each of its checkpoints, five minutes apart
    /// or a log's length, and writes them again; before the first one every 16 MB are a file that must be made and synced.
    /// </summary>
    public Task CheckpointAsync() => ExecuteAsync("CHECKPOINT");

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
            return;
        }

        foreach (var name in _databases)
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        var user = Uri.UnescapeDataString(_address.UserInfo).Split(':', 2);
        var address = new NpgsqlConnectionStringBuilder
        {
            Host = _address.Host,
            Port = _address.Port > 0 ? _address.Port : NpgsqlConnection.DefaultPort,
            Username = user[0],
            Password = user.Length == 2 ? user[1] : null,
            Database = _address.AbsolutePath.Length > 1 ? _address.AbsolutePath[1..] : "postgres",
            Pooling = false,
        };
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
