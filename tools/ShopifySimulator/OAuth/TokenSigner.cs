using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace XSight.ShopifySimulator;

/// <summary>Issues and reads tokens that carry what they grant under a signature of the simulator's own.</summary>
internal sealed class TokenSigner(string secret)
{
    private const char Separator = '|';
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes("simulator tokens " + secret));

    public string Issue(Token token)
    {
        var text = string.Join(
            Separator,
            token.Kind,
            token.Shop,
            token.Pair.ToString(CultureInfo.InvariantCulture),
            token.ExpiresAt.ToString(CultureInfo.InvariantCulture),
            token.Scopes,
            token.RedirectUri);
        var payload = Encoding.UTF8.GetBytes(text);
        var signature = HMACSHA256.HashData(_key, payload);
        return $"{token.Prefix}_{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Null when the token is not one of ours, is of another kind or shop, or is past its time.</summary>
    public Token? Read(string? text, TokenKind kind, string shop, long now)
    {
        var start = text?.IndexOf('_', StringComparison.Ordinal) ?? -1;
        var dot = text?.LastIndexOf('.') ?? -1;
        if (text is null || start < 0 || dot < start)
        {
            return null;
        }

        var payload = Decode(text.AsSpan(start + 1, dot - start - 1));
        var signature = Decode(text.AsSpan(dot + 1));
        if (payload is null || signature is null || !CryptographicOperations.FixedTimeEquals(signature, HMACSHA256.HashData(_key, payload)))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(payload).Split(Separator);
        var token = new Token(
            Enum.Parse<TokenKind>(parts[0]),
            parts[1],
            long.Parse(parts[2], CultureInfo.InvariantCulture),
            long.Parse(parts[3], CultureInfo.InvariantCulture),
            parts[4],
            parts[5]);
        return token.Kind == kind && token.Shop == shop && token.ExpiresAt > now ? token : null;
    }

    private static byte[]? Decode(ReadOnlySpan<char> text) => Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
