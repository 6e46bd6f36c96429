using System.Buffers;
using System.Text.Json;

namespace XSight.ShopifySimulator;

/// <summary>
/// Writes nodes as JSONL. Children come after their parent, and unless they are to be grouped not right after it: first the lines of
/// a chunk of parents, then those of their children, which name their parent in <c>__parentId</c>.
/// </summary>
internal sealed class BulkWriter : IDisposable
{
    /// <summary>Parents whose lines come before their children's; also how long the store's gate is held.</summary>
    public const int ChunkRows = 128;

    private const int FlushBytes = 256 * 1024;
    private static readonly JsonEncodedText ParentId = JsonEncodedText.Encode("__parentId");
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushBytes * 2);
    private readonly Utf8JsonWriter _json;
    private readonly BulkFile _file;
    private readonly QueryContext _context;

    private readonly bool _grouped;

    public BulkWriter(BulkFile file, bool grouped, QueryContext context)
    {
        _file = file;
        _grouped = grouped;
        _context = context;
        _json = new Utf8JsonWriter(_buffer, Json.WriterOptions);
    }

    /// <summary>Writes nodes and all that is below them; returns how many objects that were.</summary>
    public long Write(IReadOnlyList<(object Node, object? Parent)> nodes, BulkShape shape, Field? parentId)
    {
        if (_grouped && nodes.Count > 1 && shape.Nested.Count > 0)
        {
            return nodes.Sum(node => Write([node], shape, parentId));
        }

        foreach (var (node, parent) in nodes)
        {
            WriteLine(shape.Inline, node, parent, parentId);
        }

        var written = (long)nodes.Count;
        foreach (var (connection, below) in shape.Nested)
        {
            var children = new List<(object, object?)>();
            foreach (var (node, _) in nodes)
            {
                var rows = connection.Field.Bulk!(node, connection.Arguments, _context);
                for (var i = 0; i < rows.Count; i++)
                {
                    if (rows.At(i) is { } child)
                    {
                        children.Add((child, node));
                    }
                }
            }

            written += Write(children, below, shape.Inline.Type.Find("id"));
        }

        return written;
    }

    public void Flush(bool always = false)
    {
        if (always || _buffer.WrittenCount >= FlushBytes)
        {
            _file.Append(_buffer.WrittenSpan);
            _buffer.ResetWrittenCount();
        }
    }

    public void Dispose() => _json.Dispose();

    private void WriteLine(Selection selection, object node, object? parent, Field? parentId)
    {
        _json.WriteStartObject();
        foreach (var field in selection.Fields)
        {
            _json.WritePropertyName(field.EncodedKey);
            QueryWriter.WriteField(_json, field, node, _context);
        }

        if (parent is not null)
        {
            _json.WritePropertyName(ParentId);
            parentId!.Write!(parent, _json);
        }

        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _buffer.Write("\n"u8);
    }
}
