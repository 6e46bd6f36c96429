using XSight.Testing.Postgres;

namespace XSight.Storage.Tests;

/// <summary>Databases on the assembly's PostgreSQL server. Without one the tests are skipped, or fail where <c>CI</c> is <c>true</c>.</summary>
public sealed class PostgresFixture(PostgresAssembly assembly) : DatabaseFixture
{
    public override async Task<string> NewUrlAsync()
    {
        try
        {
            return await (await assembly.ServerAsync()).CreateDatabaseAsync();
        }
        catch (PostgresUnavailableException unavailable) when (!PostgresUnavailableException.IsFault)
        {
            Unavailable = unavailable.Message;
            return "";
        }
    }

    protected override Task CleanUpAsync() => Task.CompletedTask;
}
