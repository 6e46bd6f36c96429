using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace XSight.Shopify;

/// <summary>The signature of query strings (shopify.md 1.3): every parameter but the signature, sorted, percent-encoded as Shopify does.</summary>
internal static class SignedQuery
{
    private const string SignatureKey = "hmac";
    private const string LegacySignatureKey = "signature";
    private const string TimestampKey = "timestamp";
    private const int ParametersMax = 64;

    private static readonly TimeSpan AgeMax = TimeSpan.FromSeconds(90);

    public static bool IsValid(IEnumerable<KeyValuePair<string, string>> query, ShopifyOptions options, DateTimeOffset now)
    {
        var parameters = query.Take(ParametersMax + 1).ToList();
        if (parameters.Count > ParametersMax
            || Single(parameters, SignatureKey) is not { } signature
            || Single(parameters, TimestampKey) is not { } timestamp)
        {
            return false;
        }

        var signed = Secrets.IsSignature(Encoding.UTF8.GetBytes(Canonical(parameters)), HexToBytes(signature), options);
        return signed & IsRecent(timestamp, now);
    }

    private static string Canonical(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters
            .Where(parameter => parameter.Key is not (SignatureKey or LegacySignatureKey))
            .GroupBy(parameter => parameter.Key, parameter => parameter.Value, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{Encode(group.Key)}={Encode(string.Join(',', group))}"));

    /// <summary>As URLSearchParams encodes, but a space as %20. It differs from RFC 3986 in two characters.</summary>
    private static string Encode(string text) =>
        Uri.EscapeDataString(text).Replace("~", "%7E", StringComparison.Ordinal).Replace("%2A", "*", StringComparison.Ordinal);

    private static string? Single(List<KeyValuePair<string, string>> parameters, string key)
    {
        var values = parameters.Where(parameter => parameter.Key == key).Take(2).ToList();
        return values.Count == 1 ? values[0].Value : null;
    }

    private static bool IsRecent(string timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) <= (decimal)AgeMax.TotalSeconds;

    private static byte[] HexToBytes(string hex)
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        return Convert.FromHexString(hex, bytes, out _, out var written) == System.Buffers.OperationStatus.Done && written == bytes.Length ? bytes : [];
    }
}
