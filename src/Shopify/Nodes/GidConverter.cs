using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace XSight.Shopify;

/// <summary><c>gid://shopify/Order/820982911946154508</c> as its 64-bit number, without making a string of it.</summary>
internal sealed class GidConverter : JsonConverter<long>
{
    private const int LengthMax = 128;

    private static ReadOnlySpan<byte> Scheme => "gid://shopify/"u8;

    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (reader.TokenType != JsonTokenType.String || length > LengthMax)
        {
            throw NoGid();
        }

        Span<byte> room = stackalloc byte[LengthMax];
        var text = room[..reader.CopyString(room)];
        if (!text.StartsWith(Scheme))
        {
            throw NoGid();
        }

        // A gid may carry parameters after its number.
        var number = text[(text.LastIndexOf((byte)'/') + 1)..];
        return Utf8Parser.TryParse(number, out long id, out var used) && id > 0 && (used == number.Length || number[used] == '?') ? id : throw NoGid();
    }

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A number alone does not know the type of its gid.");

    private static JsonException NoGid() => new("expected an id such as gid://shopify/Order/1.");
}
