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

    /// <summary>The operation is lost: ask for a new one and read it from its beginning. Merging a fact twice does no harm.</summary>
    public void StartOver()
    {
        OperationId = null;
        RecordsDone = 0;
    }
}
