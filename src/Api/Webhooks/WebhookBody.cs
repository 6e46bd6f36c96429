using XSight.Api.Hosting;

namespace XSight.Api.Webhooks;

/// <summary>The raw body of a delivery, whole; the server's limit on the endpoint refuses a longer one.</summary>
internal static class WebhookBody
{
    private const int GrowBytes = 16 * 1024;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadWholeAsync(request, cancellationToken);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            ApiSignals.WebhookRefused("size");
            throw;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadWholeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is { } length and <= WebhookEndpoints.BodyBytesMax)
        {
            var exact = new byte[length];
            await request.Body.ReadExactlyAsync(exact, cancellationToken);
            return exact;
        }

        using var grown = new MemoryStream(GrowBytes);
        await request.Body.CopyToAsync(grown, cancellationToken);
        return grown.GetBuffer().AsMemory(0, (int)grown.Length);
    }
}
