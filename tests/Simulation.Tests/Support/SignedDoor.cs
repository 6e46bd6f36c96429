using System.Security.Cryptography;
using System.Text;
using XSight.Simulation.Tests.Shop;

namespace XSight.Simulation.Tests.Support;

/// <summary>The headers of a delivery as Shopify writes them.</summary>
internal static class SignedDoor
{
    public static (string Name, string Value)[] Headers(Delivery delivery, string shop, string secret) =>
    [
        ("X-Shopify-Hmac-Sha256", Sign(delivery.Body, secret)),
        ("X-Shopify-Topic", delivery.Topic),
        ("X-Shopify-Shop-Domain", shop),
        ("X-Shopify-Webhook-Id", delivery.WebhookId),
        ("X-Shopify-Triggered-At", delivery.TriggeredAt.ToString("o")),
    ];

    public static string Sign(byte[] body, string secret) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
