using Npgsql;
using NpgsqlTypes;

namespace XSight.Storage;

/// <summary>A column of a staged table: what a row has in it, for either driver.</summary>
internal abstract class StagedColumn<TRow>(string name)
{
    public string Name => name;

    public static StagedColumn<TRow> Text(string name, Func<TRow, string?> value) => new TextColumn(name, value);

    public static StagedColumn<TRow> Number(string name, Func<TRow, long?> value) => new NumberColumn(name, value);

    public static StagedColumn<TRow> Flag(string name, Func<TRow, bool> value) => new FlagColumn(name, value);

    /// <summary>The value for a command's parameter.</summary>
    public abstract object? Value(TRow row);

    /// <summary>Writes the value into PostgreSQL's binary COPY.</summary>
    public abstract Task CopyAsync(NpgsqlBinaryImporter importer, TRow row);

    private sealed class TextColumn(string name, Func<TRow, string?> value) : StagedColumn<TRow>(name)
    {
        public override object? Value(TRow row) => StoredText.Clean(value(row));

        public override Task CopyAsync(NpgsqlBinaryImporter importer, TRow row) =>
            StoredText.Clean(value(row)) is { } text ? importer.WriteAsync(text, NpgsqlDbType.Text) : importer.WriteNullAsync();
    }

    private sealed class NumberColumn(string name, Func<TRow, long?> value) : StagedColumn<TRow>(name)
    {
        public override object? Value(TRow row) => value(row);

        public override Task CopyAsync(NpgsqlBinaryImporter importer, TRow row) =>
            value(row) is { } number ? importer.WriteAsync(number, NpgsqlDbType.Bigint) : importer.WriteNullAsync();
    }

    private sealed class FlagColumn(string name, Func<TRow, bool> value) : StagedColumn<TRow>(name)
    {
        public override object? Value(TRow row) => value(row) ? 1L : 0L;

        public override Task CopyAsync(NpgsqlBinaryImporter importer, TRow row) => importer.WriteAsync(value(row), NpgsqlDbType.Boolean);
    }
}
