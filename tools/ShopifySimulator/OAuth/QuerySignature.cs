using System.Security.Cryptography;
using System.Text;

namespace XSight.ShopifySimulator;

/// <summary>The signature of a query string (shopify.md 1.3): sorted <c>key=value</c> pairs without <c>hmac</c>, in lower-case hex.</summary>
internal static class QuerySignature
{
    public static string Of(IEnumerable<KeyValuePair<string, string?>> query, string secret)
    {
        var message = string.Join('&', query
            .Where(pair => pair.Key is not ("hmac" or "signature"))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value ?? "")}"));
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(message)));
    }
}
