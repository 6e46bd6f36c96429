using System.Net;
using XSight.Simulation.Tests.Shop;
using XSight.Simulation.Tests.Support;

namespace XSight.Simulation.Tests.Kill;

/// <summary>
/// Delivers what the shop tells, as Shopify does: several at once, each perhaps twice, in no order, and again until it is acknowledged.
/// Never stops asking for more while it is open.
/// </summary>
internal sealed class Messengers(Uri address, string shop, string secret, Random random, Func<IReadOnlyList<Delivery>> next) : IDisposable
{
    private const int AtOnce = 12;
    private const int WaitingWanted = 150;
    private const int CopiesMax = 3;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseAfterRefusal = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly List<Delivery> _waiting = [];
    private readonly HashSet<string> _acknowledged = [];
    private readonly Dictionary<HttpStatusCode, int> _refusals = [];
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = AnswerWithin };
    private bool _isClosing;
    private (long At, TaskCompletionSource Reached) _goal = (long.MaxValue, new TaskCompletionSource());
    private long _count;

    /// <summary>Webhook ids that were answered with 200 at least once.</summary>
    public IReadOnlyCollection<string> Acknowledged => _acknowledged;

    /// <summary>Answers that were no acknowledgement; a connection that broke is no answer.</summary>
    public IReadOnlyDictionary<HttpStatusCode, int> Refusals => _refusals;

    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(DeliverAsync)));

    /// <summary>To be delivered like the others.</summary>
    public void Add(Delivery delivery)
    {
        lock (_lock)
        {
            _waiting.Add(delivery);
        }
    }

    /// <summary>Ends when so many more deliveries were acknowledged.</summary>
    public Task MoreAsync(int acknowledgements)
    {
        lock (_lock)
        {
            _goal = (_count + acknowledgements, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return _goal.Reached.Task;
        }
    }

    /// <summary>No more is asked of the shop; <see cref="RunAsync"/> ends when everything was acknowledged.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosing = true;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task DeliverAsync()
    {
        while (Take() is { } delivery)
        {
            var status = await TryDeliverAsync(delivery);
            if (!Note(delivery, status))
            {
                await Task.Delay(PauseAfterRefusal);
            }
        }
    }

    private async Task<HttpStatusCode?> TryDeliverAsync(Delivery delivery)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/" + delivery.Topic) { Content = new ByteArrayContent(delivery.Body) };
        foreach (var (name, value) in SignedDoor.Headers(delivery, shop, secret))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var answer = await _http.SendAsync(request);
            return answer.StatusCode;
        }
        catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    private Delivery? Take()
    {
        lock (_lock)
        {
            while (!_isClosing && _waiting.Count < WaitingWanted)
            {
                _waiting.AddRange(next().SelectMany(d => Enumerable.Repeat(d, 1 + random.Next(CopiesMax))));
            }

            if (_waiting.Count == 0)
            {
                return null;
            }

            var at = random.Next(_waiting.Count);
            var delivery = _waiting[at];
            _waiting[at] = _waiting[^1];
            _waiting.RemoveAt(_waiting.Count - 1);
            return delivery;
        }
    }

    /// <summary>False when it must be delivered again.</summary>
    private bool Note(Delivery delivery, HttpStatusCode? status)
    {
        lock (_lock)
        {
            if (status == HttpStatusCode.OK)
            {
                _acknowledged.Add(delivery.WebhookId);
                if (++_count >= _goal.At)
                {
                    _goal.Reached.TrySetResult();
                }

                return true;
            }

            if (status is { } refusal)
            {
                _refusals[refusal] = _refusals.GetValueOrDefault(refusal) + 1;
            }

            _waiting.Add(delivery);
            return false;
        }
    }
}
