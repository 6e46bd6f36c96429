using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace XSight.Storage;

/// <summary>The last row of a page: where the next one begins. Written for people's addresses, read with suspicion.</summary>
/// <param name="Key">The sorted value: a number, a name, or null for a row that has none.</param>
internal sealed record CustomerCursor(object? Key, long CustomerId)
{
    public const int LengthMax = 1_024;

    private const int FingerprintBytes = 9;

    public string Write(string fingerprint)
    {
        var wire = new Wire(fingerprint, Key as long?, Key as string, CustomerId);
        return Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(wire));
    }

    /// <exception cref="CursorFormatException">It is no cursor, or another query's.</exception>
    public static CustomerCursor Read(string text, string fingerprint, CustomerSort sort)
    {
        var wire = Decode(text) ?? throw new CursorFormatException("The cursor is damaged. Take nextCursor as it was given, or begin without one.");
        if (wire.Query != fingerprint)
        {
            throw new CursorFormatException("The cursor belongs to another list: sort, direction or filters differ. Begin without a cursor.");
        }

        var fits = sort == CustomerSort.Name ? wire.Number is null : wire.Text is null && (wire.Number is not null || CustomerListSql.Key(sort).Nullable);
        return fits
            ? new CustomerCursor((object?)wire.Text ?? wire.Number, wire.Id)
            : throw new CursorFormatException("The cursor is damaged: its position does not fit the list's order. Begin without a cursor.");
    }

    /// <summary>What makes two queries the same list: everything but the page's size.</summary>
    public static string Fingerprint(TenantId tenant, CustomerListQuery query)
    {
        ImmutableArray<string> groups = query.Groups.IsDefault ? [] : query.Groups;
        object?[] parts =
        [
            tenant.Value, query.Sort, query.Descending, query.R, query.Fm, query.Search, query.CountryCode, query.Tag,
            query.FirstOrderFrom, query.FirstOrderTo, query.OrderedFrom, query.OrderedTo, query.Bought,
            .. groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        var text = string.Join('\u001f', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)));
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, FingerprintBytes));
    }

    private static Wire? Decode(string text)
    {
        if (text.Length is 0 or > LengthMax || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Wire>(Base64Url.DecodeFromChars(text));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Wire(
        [property: JsonPropertyName("q"), JsonRequired] string Query,
        [property: JsonPropertyName("n"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Number,
        [property: JsonPropertyName("t"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text,
        [property: JsonPropertyName("i"), JsonRequired] long Id);
}
