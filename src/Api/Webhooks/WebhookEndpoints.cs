using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;

namespace XSight.Api.Webhooks;

/// <summary>
/// The front door for Shopify. The signature is checked over the raw body before anything is read; a delivery is acknowledged when it is
/// durable in the inbox, and nothing of its content is looked at here. What guards people's requests (sessions, origins, rates) is passed
/// by: the signature is all that counts.
/// </summary>
internal static class WebhookEndpoints
{
    public const int BodyBytesMax = 5 * 1024 * 1024;
    private const int WebhookIdLengthMax = 100;

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var webhooks = routes.MapGroup("/webhooks").WithTags("Webhooks").AllowAnonymous()
            .WithMetadata(new RequestSizeLimitAttribute(BodyBytesMax))
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        webhooks.ShortCircuit();
        webhooks.MapPost("/{resource}/{event}", (string resource, string @event, HttpContext http, WebhookDoor door, CancellationToken token) => door.AcceptAsync(http, $"{resource}/{@event}", token))
            .WithSummary("A webhook of Shopify, the topic in the path");
        webhooks.MapPost("", (HttpContext http, WebhookDoor door, CancellationToken token) => door.AcceptAsync(http, null, token))
            .WithSummary("A webhook of Shopify, the topic in its header");
    }

    /// <summary>Shopify's id; where it is missing, a digest of topic and body stands for it, so that a repetition is still recognised.</summary>
    public static string IdOf(WebhookHeaders headers, string topic, ReadOnlySpan<byte> body)
    {
        if (headers.WebhookId is { Length: > 0 and <= WebhookIdLengthMax } id)
        {
            return id;
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        return $"{topic}:{Convert.ToHexStringLower(digest)}";
    }

    /// <summary>RFC 3339 with up to nanoseconds; null when absent or unreadable: the delivery is then as old as its receipt.</summary>
    public static DateTimeOffset? TriggeredAt(string? header) =>
        DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
