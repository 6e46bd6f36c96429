using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace XSight.ShopifySimulator;

/// <summary>Delivers webhooks signed as Shopify signs them, if asked to twice and out of order.</summary>
internal sealed class WebhookSender(string secret) : IDisposable
{
    private const int CopiesMax = 100;
    private const int ParallelMax = 64;

    /// <summary>Shopify waits five seconds for an answer.</summary>
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(5) };

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    /// <summary>Delivers what a store's changes cause. Of each lost message every copy is lost.</summary>
    public async Task<IReadOnlyList<DeliveryResult>> DeliverAsync(IReadOnlyList<WebhookMessage> messages, DeliveryOptions options, StoreSession session, CancellationToken cancellationToken)
    {
        messages = [.. messages.Where(_ => session.Faults.Take(FaultKind.LostWebhook) is null)];
        var deliveries = new List<(WebhookMessage Message, string To)>();
        for (var copy = 0; copy < Math.Clamp(options.Copies, 1, CopiesMax); copy++)
        {
            deliveries.AddRange(messages.SelectMany(message => Addresses(message, options, session.Subscriptions).Select(to => (message, to))));
        }

        if (options.Shuffle)
        {
            Shuffle(deliveries, options.Seed);
        }

        var results = new DeliveryResult[deliveries.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(options.Parallel, 1, ParallelMax), CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, deliveries.Count, limits, async (i, stop) =>
        {
            var (message, to) = deliveries[i];
            results[i] = new DeliveryResult(message.Topic, message.WebhookId, message.EventId, to, await SendAsync(message, to, stop));
        });
        return results;
    }

    public void Dispose() => _http.Dispose();

    private static IEnumerable<string> Addresses(WebhookMessage message, DeliveryOptions options, WebhookSubscriptions subscriptions) =>
        options.To is { } to
            ? [to.Replace("{topic}", message.Topic, StringComparison.Ordinal)]
            : subscriptions.All.Where(subscription => subscription.IsFor(message.Topic)).Select(subscription => subscription.Uri);

    private static void Shuffle<T>(List<T> items, ulong seed)
    {
        var random = StableRandom.For(seed, items.Count, Purpose.Delivery);
        for (var i = items.Count - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private async Task<int> SendAsync(WebhookMessage message, string to, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new ReadOnlyMemoryContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Shopify-Topic", message.Topic);
        request.Headers.Add("X-Shopify-Hmac-Sha256", Convert.ToBase64String(HMACSHA256.HashData(_secret, message.Body.Span)));
        request.Headers.Add("X-Shopify-Shop-Domain", message.Shop);
        request.Headers.Add("X-Shopify-API-Version", WebhookPayloads.ApiVersion);
        request.Headers.Add("X-Shopify-Webhook-Id", message.WebhookId.ToString());
        request.Headers.Add("X-Shopify-Event-Id", message.EventId.ToString());
        request.Headers.Add("X-Shopify-Triggered-At", message.TriggeredAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture));
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            return (int)response.StatusCode;
        }
        catch (Exception unanswered) when (unanswered is HttpRequestException || (unanswered is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return 0;
        }
    }
}
