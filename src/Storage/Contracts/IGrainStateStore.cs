namespace XSight.Storage;

/// <summary>State of grains as JSON with etags; compare-and-set in one statement.</summary>
public interface IGrainStateStore
{
    Task<StoredGrainState?> ReadAsync(string stateName, string grainId, CancellationToken cancellationToken);

    /// <summary>Returns the new etag, or null when the stored etag is another one (null: no row expected).</summary>
    Task<string?> WriteAsync(string stateName, string grainId, ReadOnlyMemory<byte> json, string? expectedEtag, CancellationToken cancellationToken);

    /// <summary>Removes the row; false when the stored etag is another one.</summary>
    Task<bool> ClearAsync(string stateName, string grainId, string? expectedEtag, CancellationToken cancellationToken);
}
