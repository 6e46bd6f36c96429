using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace XSight.Abstractions;

/// <summary>The key of a user grain: <c>u:</c> and the e-mail address, trimmed and in lower case.</summary>
[JsonConverter(typeof(Json))]
[GenerateSerializer, Immutable, Alias("xsight.user-key")]
public readonly record struct UserKey
{
    public const int EmailLengthMax = 254;
    private const string Prefix = "u:";

    private UserKey(string email) => Email = email;

    [Id(0)]
    public string Email { get; }

    public static bool TryFromEmail([NotNullWhen(true)] string? email, out UserKey key)
    {
        var normalized = email?.Trim().ToLowerInvariant() ?? "";
        var at = normalized.IndexOf('@', StringComparison.Ordinal);
        var valid = normalized.Length <= EmailLengthMax
            && at > 0
            && at == normalized.LastIndexOf('@')
            && at < normalized.Length - 1
            && !normalized.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
        key = valid ? new UserKey(normalized) : default;
        return valid;
    }

    public static UserKey Parse(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && TryFromEmail(text[Prefix.Length..], out var key)
            ? key
            : throw new FormatException($"A user key is {Prefix} and an e-mail address.");

    public override string ToString() => Prefix + Email;

    private sealed class Json() : IdJsonConverter<UserKey>(Parse);
}
