using System.Data.Common;
using System.IO.Compression;

namespace XSight.Storage;

/// <summary>
/// A delivery's body as a row holds it: deflated when that makes it smaller. It is done by whoever brings or fetches the body, on its own
/// thread; what the writer then carries through the log is a fifth (docs/decisions/0006).
/// </summary>
/// <param name="Bytes">What the row holds.</param>
/// <param name="UnpackedBytes">The length of the body when it is deflated; null when it stands as it came.</param>
internal readonly record struct StoredBody(ReadOnlyMemory<byte> Bytes, long? UnpackedBytes)
{
    /// <summary>The columns that <see cref="Read"/> wants, of a delivery <c>w</c> and what <see cref="Join"/> adds.</summary>
    public const string Columns = "COALESCE(b.body, w.body) AS body, COALESCE(b.unpacked_bytes, w.unpacked_bytes) AS unpacked_bytes";

    /// <summary>Deliveries of earlier releases, and of web processes that are still of one, have their body in their own row.</summary>
    public const string Join = "LEFT JOIN webhook_bodies b ON b.inbox_seq = w.inbox_seq";

    /// <summary>Shorter ones stand as they came.</summary>
    private const int PackBytesMin = 2_048;

    /// <summary>Of orders a fifth is left as a rule.</summary>
    private const int UsualRatio = 4;

    public static StoredBody Of(ReadOnlyMemory<byte> body)
    {
        if (body.Length < PackBytesMin)
        {
            return new StoredBody(body, null);
        }

        var packed = new MemoryStream(body.Length / UsualRatio);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(body.Span);
        }

        return packed.Length < body.Length
            ? new StoredBody(packed.GetBuffer().AsMemory(0, (int)packed.Length), body.Length)
            : new StoredBody(body, null);
    }

    /// <summary>The body as it came, from the two columns at an ordinal.</summary>
    public static ReadOnlyMemory<byte> Read(DbDataReader row, int ordinal)
    {
        var bytes = row.GetFieldValue<byte[]>(ordinal);
        if (row.Number(ordinal + 1) is not { } unpackedBytes)
        {
            return bytes;
        }

        var body = new byte[unpackedBytes];
        using var inflate = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress);
        inflate.ReadExactly(body);
        return body;
    }
}
