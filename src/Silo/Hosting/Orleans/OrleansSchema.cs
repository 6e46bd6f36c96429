using System.Globalization;
using Npgsql;

namespace XSight.Silo.Hosting;

/// <summary>
/// deploy/sql/orleans.sql as this program was built with it: what Orleans' providers ask of PostgreSQL. One process applies it before a
/// release's silos start; the silos, which read its queries once, wait until it is there.
/// </summary>
internal sealed class OrleansSchema(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>The script's own number, in its last row.</summary>
    public const int Version = 1;

    private const string Script = "orleans.sql";
    private const string ReadVersion = "SELECT QueryText FROM orleans.OrleansQuery WHERE QueryKey = 'ScriptVersion'";

    /// <summary>As often as the limit allows; a database that was just made may be minutes away from its schema.</summary>
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);

    /// <summary>Applied again it changes nothing; two at once are one after the other.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        await using var stream = typeof(OrleansSchema).Assembly.GetManifestResourceStream(Script)!;
        using var reader = new StreamReader(stream);
        await using var apply = database.CreateCommand(await reader.ReadToEndAsync(cancellationToken));
        await apply.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whether the script of this release, or of a newer one, was applied in time.</summary>
    public async Task<bool> WaitAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (await FindVersionAsync(cancellationToken) < Version)
        {
            if (time.GetElapsedTime(began) >= within)
            {
                return false;
            }

            await Task.Delay(AskEvery, time, cancellationToken);
        }

        return true;
    }

    /// <summary>0 where there is none.</summary>
    private async Task<int> FindVersionAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var read = database.CreateCommand(ReadVersion);
            return await read.ExecuteScalarAsync(cancellationToken) is string version ? int.Parse(version, CultureInfo.InvariantCulture) : 0;
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return 0;
        }
    }
}
