using Npgsql;

namespace XSight.Silo.Tests;

/// <summary>deploy/sql/orleans.sql in a database.</summary>
internal static class OrleansSchema
{
    /// <summary>Twice, as a release does that finds the schema of the one before.</summary>
    public static async Task ApplyAsync(string connection)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "orleans.sql"));
        await using var source = NpgsqlDataSource.Create(connection);
        for (var time = 0; time < 2; time++)
        {
            await using var apply = source.CreateCommand(script);
            await apply.ExecuteNonQueryAsync();
        }
    }
}
