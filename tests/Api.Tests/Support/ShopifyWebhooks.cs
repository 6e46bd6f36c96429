using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace XSight.Api.Tests.Support;

/// <summary>Sends webhooks as Shopify does.</summary>
internal sealed class ShopifyWebhooks(Visitor shopify, string shop)
{
    /// <summary>An order of one customer, as small as a payload may be.</summary>
    public static string Order(long id, long customerId, string email = "ada@example.com", string name = "Ada") => string.Create(CultureInfo.InvariantCulture, $$"""
        {"id":{{id}},"name":"#{{id}}","created_at":"2026-11-01T10:00:00Z","processed_at":"2026-11-01T10:00:00Z","updated_at":"2026-11-01T10:00:00Z",
        "currency":"USD","financial_status":"paid","total_price":"12.50","current_total_price":"12.50","test":false,"email":"{{email}}","phone":"+15550100",
        "customer":{"id":{{customerId}},"email":"{{email}}","first_name":"{{name}}","last_name":"Lovelace","phone":"+15550100","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-11-01T10:00:00Z"} }
        """);

    public static string Sign(string body) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Installation.ApiSecret), Encoding.UTF8.GetBytes(body)));

    public async Task<HttpStatusCode> DeliverAsync(string topic, string body, string? signature = null)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        using var answer = await shopify.SendAsync(
            HttpMethod.Post,
            $"/webhooks/{topic}",
            content,
            ("X-Shopify-Hmac-Sha256", signature ?? Sign(body)),
            ("X-Shopify-Shop-Domain", $"{shop}.myshopify.com"),
            ("X-Shopify-Webhook-Id", Guid.NewGuid().ToString()));
        return answer.StatusCode;
    }
}
