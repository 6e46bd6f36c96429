using System.Net;

namespace XSight.Shopify;

/// <summary>Opens result files of one store's bulk operations.</summary>
internal sealed class BulkResults(ShopDomain shop, bool allowHttp, IHttpClientFactory clients, Retrier retrier, TimeProvider time)
{
    /// <summary>Without a byte for this long, the connection counts as dead.</summary>
    public static readonly TimeSpan StallMax = TimeSpan.FromSeconds(60);

    /// <exception cref="ShopifyException">Kind ResultExpired when the address is no longer good.</exception>
    public Task<Stream> OpenAsync(Uri url, CancellationToken cancellationToken)
    {
        // The address comes from the store's answer. Plain HTTP is for the simulator, whose store itself is on plain HTTP.
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && !(allowHttp && url.Scheme == Uri.UriSchemeHttp)))
        {
            throw new ShopifyException(ShopifyErrorKind.Malformed, "the address of the bulk result is not an https address");
        }

        return retrier.RunAsync(shop, "bulk result", RetryLimits.Background, token => AttemptAsync(url, token), cancellationToken);
    }

    private async Task<Attempt<Stream>> AttemptAsync(Uri url, CancellationToken cancellationToken)
    {
        var timeout = RetryLimits.Background.AttemptTimeout;
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            using var client = clients.CreateClient(ShopifyHttpClients.Results);
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (Refusal(response.StatusCode) is { } failure)
            {
                response.Dispose();
                return failure;
            }

            return new BulkResultStream(await response.Content.ReadAsStreamAsync(either.Token), StallMax, time);
        }
        catch (HttpRequestException exception)
        {
            response?.Dispose();
            return NetworkFailures.Broken(exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            response?.Dispose();
            return NetworkFailures.Silent(timeout, exception);
        }
    }

    private static AttemptFailure? Refusal(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone =>
            new(ShopifyErrorKind.ResultExpired, $"{(int)status}: the address of the bulk result is no longer good"),
        _ => StatusFailures.Of(status, retryAfter: null),
    };
}
