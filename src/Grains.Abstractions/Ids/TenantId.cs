using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace XSight.Abstractions;

/// <summary>
/// One merchant's store in XSight, written <c>t-</c> and twelve characters of <c>a-z2-7</c>. The prefix is no hexadecimal digit,
/// so that Orleans' ADO.NET providers never take the key for a number (docs/decisions).
/// </summary>
[JsonConverter(typeof(Json))]
[GenerateSerializer, Immutable, Alias("xsight.tenant-id")]
public readonly record struct TenantId
{
    private const string Prefix = "t-";
    private const int BodyLength = 12;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    private TenantId(string value) => Value = value;

    [Id(0)]
    public string Value { get; }

    public static TenantId New() => new(Prefix + RandomNumberGenerator.GetString(Alphabet, BodyLength));

    public static TenantId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a tenant id: expected {Prefix} and {BodyLength} characters of a-z2-7.");

    public static bool TryParse([NotNullWhen(true)] string? text, out TenantId id)
    {
        var valid = text is not null
            && text.Length == Prefix.Length + BodyLength
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && !text.AsSpan(Prefix.Length).ContainsAnyExcept(Letters);
        id = valid ? new TenantId(text!) : default;
        return valid;
    }

    public override string ToString() => Value;

    private sealed class Json() : IdJsonConverter<TenantId>(Parse);
}
