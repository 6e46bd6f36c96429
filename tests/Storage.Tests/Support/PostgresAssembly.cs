using XSight.Storage.Tests;
using XSight.Testing.Postgres;

[assembly: AssemblyFixture(typeof(PostgresAssembly))]

namespace XSight.Storage.Tests;

/// <summary>The one server of this assembly, started by the first test that wants it.</summary>
public sealed class PostgresAssembly : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(() => PostgresServer.StartAsync());

    public Task<PostgresServer> ServerAsync() => _server.Value;

    public async ValueTask DisposeAsync()
    {
        if (_server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _server.Value).DisposeAsync();
        }
    }
}
