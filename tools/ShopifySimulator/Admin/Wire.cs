using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace XSight.ShopifySimulator;

/// <summary>How scalars look on the wire.</summary>
internal static class Wire
{
    private const int InstantLength = 20;
    private const int LongestGid = 128;

    public static ObjectType<T> Instant<T>(this ObjectType<T> type, string name, string typeText, Func<T, long?> seconds)
        where T : class => type.Scalar(name, typeText, (source, writer) => WriteInstant(writer, seconds(source)));

    public static ObjectType<T> GidField<T>(this ObjectType<T> type, Func<T, long> id)
        where T : class
    {
        var prefix = Encoding.UTF8.GetBytes(Gid.PrefixOf(type.Name));
        return type.Scalar("id", "ID!", (source, writer) => WriteGid(writer, prefix, id(source)));
    }

    /// <summary>UnsignedInt64 is a string, since JavaScript cannot hold it.</summary>
    public static ObjectType<T> Unsigned<T>(this ObjectType<T> type, string name, string typeText, Func<T, long?> number)
        where T : class => type.Text(name, typeText, source => number(source)?.ToString(CultureInfo.InvariantCulture));

    /// <summary>UTC to the second: <c>2026-11-22T17:00:00Z</c>.</summary>
    public static void WriteInstant(Utf8JsonWriter writer, long? seconds)
    {
        if (seconds is not { } value)
        {
            writer.WriteNullValue();
            return;
        }

        // The round-trip form has seven decimals of a second, which Shopify does not print: 2026-11-22T17:00:00 and then the zone.
        Span<byte> text = stackalloc byte[28];
        Utf8Formatter.TryFormat(DateTime.UnixEpoch.AddSeconds(value), text, out _, new StandardFormat('O'));
        text[InstantLength - 1] = (byte)'Z';
        writer.WriteStringValue(text[..InstantLength]);
    }

    private static void WriteGid(Utf8JsonWriter writer, ReadOnlySpan<byte> prefix, long id)
    {
        Span<byte> text = stackalloc byte[LongestGid];
        prefix.CopyTo(text);
        Utf8Formatter.TryFormat(id, text[prefix.Length..], out var digits);
        writer.WriteStringValue(text[..(prefix.Length + digits)]);
    }
}
