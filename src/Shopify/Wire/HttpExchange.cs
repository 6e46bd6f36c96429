using System.Globalization;

namespace XSight.Shopify;

/// <summary>One request and its whole answer, within a time and a size; what the network does to it becomes an <see cref="AttemptFailure"/>.</summary>
internal sealed class HttpExchange(IHttpClientFactory clients, TimeProvider time)
{
    /// <summary>A page of 250 orders takes some 200 kB.</summary>
    public const int AnswerBytesMax = 16 * 1024 * 1024;

    public static readonly TimeSpan RetryAfterMax = TimeSpan.FromMinutes(1);

    private const string ApiVersionHeader = "X-Shopify-API-Version";

    public async Task<Attempt<HttpAnswer>> SendAsync(HttpRequestMessage request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var client = clients.CreateClient(ShopifyHttpClients.Admin);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await response.Content.LoadIntoBufferAsync(AnswerBytesMax, either.Token);
            return new HttpAnswer(
                response.StatusCode,
                response.Content.Headers.ContentType?.MediaType,
                RetryAfter(response),
                response.Headers.TryGetValues(ApiVersionHeader, out var versions) ? versions.FirstOrDefault() : null,
                await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return new AttemptFailure(ShopifyErrorKind.Malformed, $"the store's answer exceeds {AnswerBytesMax} bytes", Cause: exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return NetworkFailures.Broken(exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return NetworkFailures.Silent(timeout, exception);
        }
    }

    /// <summary>Read by hand: Shopify writes fractions of a second (<c>2.0</c>), which the typed header refuses.</summary>
    private static TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Retry-After", out var values)
            || !double.TryParse(values.FirstOrDefault(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return null;
        }

        return TimeSpan.FromSeconds(Math.Min(seconds, RetryAfterMax.TotalSeconds));
    }
}
