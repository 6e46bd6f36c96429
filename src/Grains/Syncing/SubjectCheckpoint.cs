namespace XSight.Grains.Syncing;

/// <summary>How far a run is with the customers, or with the orders.</summary>
[GenerateSerializer, Alias("xsight.subject-checkpoint")]
public sealed class SubjectCheckpoint
{
    /// <summary>Full run: the store's bulk operation. Null until it was accepted, and again when it must be asked anew.</summary>
    [Id(0)] public string? OperationId { get; set; }

    /// <summary>Records that are merged: of a full run, those of the operation's file from its beginning.</summary>
    [Id(1)] public long RecordsDone { get; set; }

    /// <summary>Incremental run: where the pages go on; null at the first.</summary>
    [Id(2)] public string? Cursor { get; set; }

    [Id(3)] public bool Done { get; set; }

    /// <summary>How often the store broke it off.</summary>
    [Id(4)] public int Failures { get; set; }

    /// <summary>Incremental run: where the row of pages under way began; null in the first, which begins where the run does.</summary>
    [Id(5)] public DateTimeOffset? Since { get; set; }

    /// <summary>Incremental run: records of the row of pages under way.</summary>
    [Id(6)] public long RecordsInRow { get; set; }

    /// <summary>A page is read: on to the next, or, when the row of pages is long enough, to a new row from the last record on.</summary>
    /// <param name="nextCursor">Null after the last page.</param>
    /// <param name="records">Records of the page.</param>
    /// <param name="lastVersion">The page's last source version; null for an empty page.</param>
    /// <param name="recordsMax">Records of a row.</param>
    public void Advance(string? nextCursor, int records, DateTimeOffset? lastVersion, int recordsMax)
    {
        Cursor = nextCursor;
        Done = nextCursor is null;
        RecordsInRow += records;
        if (!Done && RecordsInRow >= recordsMax && lastVersion is { } last && !(Since >= last))
        {
            (Since, Cursor, RecordsInRow) = (last, null, 0);
        }
    }

    /// <summary>The operation is lost: ask for a new one and read it from its beginning. Merging a fact twice does no harm.</summary>
    public void StartOver()
    {
        OperationId = null;
        RecordsDone = 0;
    }
}
