using System.Security.Cryptography;

namespace XSight.Shopify;

/// <summary>The signature of a webhook delivery: HMAC-SHA256 over the raw body, in base64 in <c>X-Shopify-Hmac-Sha256</c>.</summary>
public static class WebhookSignature
{
    /// <summary>32 bytes in base64.</summary>
    private const int EncodedLength = 44;

    /// <summary>Whether the body was signed with our secret, or the previous one. Constant time; false for a header that is no signature at all.</summary>
    public static bool IsValid(ReadOnlySpan<byte> body, string? headerBase64, ShopifyOptions options)
    {
        if (headerBase64 is not { Length: EncodedLength })
        {
            return false;
        }

        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(headerBase64, signature, out var written)
            && written == signature.Length
            && Secrets.IsSignature(body, signature, options);
    }
}
