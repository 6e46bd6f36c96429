using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>The record was changed by someone else: read again and decide again, do not repeat the write.</summary>
public class InconsistentStateException : OrleansException
{
    public InconsistentStateException()
    {
    }

    public InconsistentStateException(string message) : base(message)
    {
    }

    public InconsistentStateException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag, Exception? storageException = null)
        : base(errorMsg, storageException)
    {
        StoredEtag = storedEtag;
        CurrentEtag = currentEtag;
    }

    /// <summary>The etag found in the storage.</summary>
    public string? StoredEtag { get; }

    /// <summary>The etag the grain had read.</summary>
    public string? CurrentEtag { get; }

    /// <summary>Still in the activation that holds the stale state. That activation ends; those the exception passes on the way do not.</summary>
    internal bool IsSourceActivation { get; set; } = true;
}
