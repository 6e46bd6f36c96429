using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace XSight.Bench;

/// <summary>A whole HTTP/1.1 request as Shopify sends it, signed beforehand. Only the webhook's id is written anew for every sending.</summary>
public sealed class SignedRequest
{
    private const string IdHeader = "X-Shopify-Webhook-Id: ";
    private static readonly byte[] NoId = Encoding.ASCII.GetBytes(Guid.Empty.ToString());

    private readonly byte[] _bytes;
    private readonly int _idAt;

    public SignedRequest(OrderPayload payload, string shop, string secret)
    {
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), payload.Body));
        var now = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var head = Encoding.ASCII.GetBytes(
            $"POST /webhooks/{OrderPayloads.Topic} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Shopify-Captain-Hook\r\nAccept: */*\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {payload.Body.Length}\r\nX-Shopify-Topic: {OrderPayloads.Topic}\r\n"
            + $"X-Shopify-Hmac-Sha256: {signature}\r\nX-Shopify-Shop-Domain: {shop}\r\nX-Shopify-Api-Version: 2026-07\r\n"
            + $"X-Shopify-Triggered-At: {now}\r\n{IdHeader}{Guid.Empty}\r\n\r\n");
        _bytes = [.. head, .. payload.Body];
        _idAt = head.AsSpan().IndexOf(NoId);
        Payload = payload;
    }

    public OrderPayload Payload { get; }

    /// <summary>The bytes to send, under an id that no other sending has.</summary>
    public ReadOnlyMemory<byte> Stamp(Random random)
    {
        Span<byte> id = stackalloc byte[16];
        random.NextBytes(id);
        new Guid(id).TryFormat(_bytes.AsSpan(_idAt), out _);
        return _bytes;
    }
}
