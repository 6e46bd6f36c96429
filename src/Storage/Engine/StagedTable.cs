namespace XSight.Storage;

/// <summary>
/// A temporary table of a lane's connection, through which a batch of rows enters the database: from there a few statements, the same
/// for both databases, merge them.
/// </summary>
internal sealed class StagedTable<TRow>(string name, params StagedColumn<TRow>[] columns)
{
    public string Name => name;

    public IReadOnlyList<StagedColumn<TRow>> Columns => columns;

    public string ColumnList { get; } = string.Join(", ", columns.Select(c => c.Name));
}
