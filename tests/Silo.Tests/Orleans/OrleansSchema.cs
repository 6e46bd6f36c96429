using Npgsql;

namespace XSight.Silo.Tests;

/// <summary>deploy/sql/orleans.sql in a database.</summary>
internal static class OrleansSchema
{
    /// <summary>Twice, as a release does that finds the schema of the one before.</summary>
    public static async Task ApplyAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        var schema = new Hosting.OrleansSchema(source, TimeProvider.System);
        await schema.ApplyAsync(CancellationToken.None);
        await schema.ApplyAsync(CancellationToken.None);
    }
}
