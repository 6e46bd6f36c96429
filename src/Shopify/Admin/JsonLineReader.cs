using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace XSight.Shopify;

/// <summary>Reads the node of one line of a bulk result: one at the root, or one of a nested connection.</summary>
internal sealed class JsonLineReader<TNode>(string typeName, JsonTypeInfo<TNode> form, bool nested = false)
    where TNode : FactNode
{
    private static ReadOnlySpan<byte> Whitespace => " \t\r"u8;

    /// <summary>Null for an empty line and for an object of another type.</summary>
    /// <exception cref="ShopifyException">Malformed, with line and column.</exception>
    public TNode? Read(in ReadOnlySequence<byte> text, long line)
    {
        if (text.IsSingleSegment)
        {
            return Read(text.FirstSpan, line);
        }

        // One line in some hundred lies across two buffers.
        var length = (int)text.Length;
        var room = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            text.CopyTo(room);
            return Read(room.AsSpan(0, length), line);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private TNode? Read(ReadOnlySpan<byte> text, long line)
    {
        if (!text.ContainsAnyExcept(Whitespace))
        {
            return null;
        }

        try
        {
            var node = JsonSerializer.Deserialize(text, form) ?? throw BulkFaults.At(line, new FactFormatException("the line", "is null"));
            return IsOther(node.TypeName, node.ParentId) ? null : node;
        }
        catch (JsonException) when (IsOther(text))
        {
            return null;
        }
        catch (JsonException exception)
        {
            var place = JsonFault.Place(exception);
            var member = place.Length == 0 ? "" : $" ({place})";
            throw BulkFaults.At(line, JsonFault.Column(exception), $"{member}: {JsonFault.Reason(exception)}");
        }
    }

    private bool IsOther(string? type, string? parent) => parent is not null != nested || (type is not null && type != typeName);

    /// <summary>Whether a line that does not have our form is a sound object of another type, whose members may mean something else.</summary>
    private bool IsOther(ReadOnlySpan<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.ToArray());
            return document.RootElement.ValueKind == JsonValueKind.Object
                && IsOther(Text(document.RootElement, "__typename"), Text(document.RootElement, "__parentId"));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
