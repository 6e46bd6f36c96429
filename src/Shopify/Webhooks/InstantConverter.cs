using System.Text.Json;
using System.Text.Json.Serialization;

namespace XSight.Shopify;

/// <summary>ISO 8601 with its offset, in UTC. Without an offset the deserializer would take our machine's time zone: that is refused.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    private const int LengthMax = 64;

    /// <summary>Of <c>2026-03-02</c>, which has hyphens of its own.</summary>
    private const int DateLength = 10;

    /// <summary>Of <c>-05:00</c>.</summary>
    private const int OffsetLength = 6;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > LengthMax || !reader.TryGetDateTimeOffset(out var instant))
        {
            throw NoInstant();
        }

        Span<byte> room = stackalloc byte[LengthMax];
        var text = room[..reader.CopyString(room)];
        var hasOffset = text[^1] == (byte)'Z' || (text.Length > DateLength && text[^OffsetLength] is (byte)'+' or (byte)'-');
        return hasOffset ? instant.ToUniversalTime() : throw NoInstant();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static JsonException NoInstant() => new("expected a time with its offset such as 2026-03-02T08:00:00-05:00.");
}
