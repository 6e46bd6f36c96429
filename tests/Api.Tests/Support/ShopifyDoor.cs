using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace XSight.Api.Tests.Support;

/// <summary>Calls our front door as Shopify does: signed, with its headers.</summary>
internal sealed class ShopifyDoor(Installation xsight) : IDisposable
{
    private readonly Visitor _shopify = xsight.Visit();

    /// <param name="shop">Its whole domain.</param>
    /// <param name="topic">As the header has it.</param>
    /// <param name="body">What is signed.</param>
    /// <param name="inPath">The topic stands in the path, not in the header alone.</param>
    /// <param name="triggeredAt">Of the event; none by default.</param>
    public async Task<HttpStatusCode> DeliverAsync(string shop, string topic, string body, bool inPath = true, DateTimeOffset? triggeredAt = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var content = new ByteArrayContent(bytes);
        using var answer = await _shopify.SendAsync(
            HttpMethod.Post,
            inPath ? $"/webhooks/{topic}" : "/webhooks",
            content,
            ("X-Shopify-Topic", topic),
            ("X-Shopify-Hmac-Sha256", Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Installation.ApiSecret), bytes))),
            ("X-Shopify-Shop-Domain", shop),
            ("X-Shopify-Triggered-At", triggeredAt?.ToString("o") ?? ""),
            ("X-Shopify-Webhook-Id", Guid.NewGuid().ToString()));
        return answer.StatusCode;
    }

    public void Dispose() => _shopify.Dispose();
}
