using System.Security.Cryptography;
using System.Text;

namespace XSight.Shopify;

/// <summary>HMAC-SHA256 under the app's secret, current or previous.</summary>
internal static class Secrets
{
    /// <summary>Whether the message was signed by either secret. Takes the same time wherever the signatures differ and whichever secret it was.</summary>
    public static bool IsSignature(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature, ShopifyOptions options)
    {
        var current = Matches(message, signature, options.ApiSecret);
        var previous = options.PreviousApiSecret is { Length: > 0 } secret && Matches(message, signature, secret);
        return current | previous;
    }

    private static bool Matches(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature, string secret)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), message, expected);
        return CryptographicOperations.FixedTimeEquals(expected, signature);
    }
}
