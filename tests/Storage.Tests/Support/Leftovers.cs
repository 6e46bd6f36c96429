using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace XSight.Storage.Tests;

/// <summary>Reads every column of every table of a database as text, past our own code: what somebody with the file or a login would find.</summary>
internal static class Leftovers
{
    private const string SqliteTables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    private const string PostgresTables = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'";

    /// <summary>Table and column of each value that has one of the words in it, in any case.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(string url, params string[] words)
    {
        await using var connection = Connect(url);
        await connection.OpenAsync();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var table in await NamesAsync(connection, connection is SqliteConnection ? SqliteTables : PostgresTables))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (var column = 0; column < rows.FieldCount; column++)
                {
                    var text = rows.GetValue(column) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(rows.GetValue(column), System.Globalization.CultureInfo.InvariantCulture)!;
                    if (words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
                    {
                        found.Add($"{table}.{rows.GetName(column)}");
                    }
                }
            }
        }

        return [.. found];
    }

    private static DbConnection Connect(string url)
    {
        if (url.StartsWith("sqlite:", StringComparison.Ordinal))
        {
            return new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = url["sqlite:".Length..], Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        }

        var address = PostgresUrl.Parse(url);
        address.Pooling = false;
        return new NpgsqlConnection(address.ConnectionString);
    }

    private static async Task<List<string>> NamesAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await rows.ReadAsync())
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }
}
