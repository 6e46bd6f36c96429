using Microsoft.Win32.SafeHandles;

namespace XSight.ShopifySimulator;

/// <summary>
/// The result of a bulk operation, on disk because that of a large shop is larger than memory. The file has no name once it is open, so
/// nothing is left behind however the process ends.
/// </summary>
internal sealed class BulkFile : IDisposable
{
    private readonly SafeFileHandle _handle;

    public BulkFile()
    {
        var path = Path.Combine(Path.GetTempPath(), $"shopify-simulator-{Guid.NewGuid():N}.jsonl");
        _handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        File.Delete(path);
    }

    public long Length { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(_handle, bytes, Length);
        Length += bytes.Length;
    }

    /// <summary>Fills the buffer from an offset on; returns how much, 0 at the end.</summary>
    public ValueTask<int> ReadAsync(Memory<byte> buffer, long offset, CancellationToken cancellationToken) =>
        RandomAccess.ReadAsync(_handle, buffer, offset, cancellationToken);

    public void Dispose() => _handle.Dispose();
}
