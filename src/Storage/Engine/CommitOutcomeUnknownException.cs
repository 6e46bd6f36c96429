namespace XSight.Storage;

/// <summary>The connection was lost during a commit: the transaction may have happened or not. Read before trying again.</summary>
public sealed class CommitOutcomeUnknownException(Exception cause)
    : IOException("The database did not answer a commit; the write may have happened or not.", cause);
