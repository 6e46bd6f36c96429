using System.Collections.Concurrent;
using System.Net;
using XSight.Simulation.Tests.Shop;
using XSight.Simulation.Tests.Support;

namespace XSight.Silo.Tests.Cluster;

/// <summary>Delivers a portion of webhooks as Shopify does: several at once, in no order, some twice, and again until they are acknowledged.</summary>
internal sealed class Postman(Uri address, string shop, string secret, Random random) : IDisposable
{
    private const int AtOnce = 12;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    /// <summary>For one portion, with all its repetitions.</summary>
    private static readonly TimeSpan PortionWithin = TimeSpan.FromSeconds(60);

    private readonly ConcurrentBag<string> _acknowledged = [];
    private readonly ConcurrentBag<string> _refusals = [];
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = AnswerWithin };

    /// <summary>Webhook ids that were answered with 200, those of repeated deliveries as often.</summary>
    public IReadOnlyCollection<string> Acknowledged => _acknowledged;

    /// <summary>Answers that were no acknowledgement, and connections that broke.</summary>
    public IReadOnlyCollection<string> Refusals => _refusals;

    /// <summary>Ends when everything was acknowledged.</summary>
    /// <param name="portion">What to deliver, each once or twice.</param>
    /// <param name="midway">What happens when half of it was acknowledged, while the rest is being delivered.</param>
    public async Task DeliverAsync(IReadOnlyList<Delivery> portion, Func<Task>? midway = null)
    {
        Delivery[] waiting = [.. portion, .. portion.Where(_ => random.Next(2) == 0)];
        random.Shuffle(waiting);
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var acknowledged = 0;
        using var patience = new CancellationTokenSource(PortionWithin);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = patience.Token };
        var delivering = Parallel.ForEachAsync(waiting, options, async (delivery, cancellationToken) =>
        {
            while (!await IsAcknowledgedAsync(delivery, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (Interlocked.Increment(ref acknowledged) == waiting.Length / 2)
            {
                half.SetResult();
            }
        });
        if (midway is not null)
        {
            await await Task.WhenAny(half.Task, delivering);
            await midway();
        }

        await delivering;
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> IsAcknowledgedAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/" + delivery.Topic) { Content = new ByteArrayContent(delivery.Body) };
        foreach (var (name, value) in SignedDoor.Headers(delivery, shop, secret))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var answer = await _http.SendAsync(request, cancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                _acknowledged.Add(delivery.WebhookId);
                return true;
            }

            _refusals.Add($"{(int)answer.StatusCode} for {delivery.Topic}");
        }
        catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            _refusals.Add($"{broken.GetType().Name} for {delivery.Topic}");
        }

        return false;
    }
}
