using Npgsql;
using NpgsqlTypes;
using SQLitePCL;

namespace XSight.Storage;

/// <summary>A column of a staged table: what a row has in it, for either driver.</summary>
internal abstract class StagedColumn<TRow>(string name)
{
    public string Name => name;

    public static StagedColumn<TRow> Text(string name, Func<TRow, string?> value) => new TextColumn(name, value);

    public static StagedColumn<TRow> Number(string name, Func<TRow, long?> value) => new NumberColumn(name, value);

    public static StagedColumn<TRow> Flag(string name, Func<TRow, bool> value) => new FlagColumn(name, value);

    /// <summary>Binds the value to a parameter of SQLite's statement.</summary>
    public abstract int Bind(sqlite3_stmt statement, int index, TRow row);

    /// <summary>Writes the value into PostgreSQL's binary COPY.</summary>
    public abstract Task CopyAsync(NpgsqlBinaryImporter importer, TRow row);

    private sealed class TextColumn(string name, Func<TRow, string?> value) : StagedColumn<TRow>(name)
    {
        public override int Bind(sqlite3_stmt statement, int index, TRow row) =>
            StoredText.Clean(value(row)) is { } text ? raw.sqlite3_bind_text(statement, index, text) : raw.sqlite3_bind_null(statement, index);

        public override Task CopyAsync(NpgsqlBinaryImporter importer, TRow row) =>
            StoredText.Clean(value(row)) is { } text ? importer.WriteAsync(text, NpgsqlDbType.Text) : importer.WriteNullAsync();
    }

    private sealed class NumberColumn(string name, Func<TRow, long?> value) : StagedColumn<TRow>(name)
    {
        public override int Bind(sqlite3_stmt statement, int index, TRow row) =>
            value(row) is { } number ? raw.sqlite3_bind_int64(statement, index, number) : raw.sqlite3_bind_null(statement, index);

        public override Task CopyAsync(NpgsqlBinaryImporter importer, TRow row) =>
            value(row) is { } number ? importer.WriteAsync(number, NpgsqlDbType.Bigint) : importer.WriteNullAsync();
    }

    private sealed class FlagColumn(string name, Func<TRow, bool> value) : StagedColumn<TRow>(name)
    {
        public override int Bind(sqlite3_stmt statement, int index, TRow row) => raw.sqlite3_bind_int(statement, index, value(row) ? 1 : 0);

        public override Task CopyAsync(NpgsqlBinaryImporter importer, TRow row) => importer.WriteAsync(value(row), NpgsqlDbType.Boolean);
    }
}
