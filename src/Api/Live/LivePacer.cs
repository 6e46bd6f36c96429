namespace XSight.Api.Live;

/// <summary>
/// Lets at most four messages a second through to a connection, of whatever kinds. Firm ones are never left out and go first, in order; of
/// the others the latest of each name goes, and the name that has waited longest before the rest. What comes to an idle line goes at once.
/// </summary>
internal sealed class LivePacer : IDisposable
{
    /// <summary>Firm messages waiting: beginnings, phases and ends of syncs, far fewer. Beyond it the oldest is dropped; its page asks again.</summary>
    public const int FirmMax = 64;

    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Queue<LiveMessage> _firm = [];
    private readonly OrderedDictionary<string, LiveMessage> _latest = [];
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Action<LiveMessage> _send;
    private readonly ITimer _timer;
    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private bool _isTimed;
    private bool _disposed;

    /// <param name="time">The clock.</param>
    /// <param name="send">Takes a message; short, and called under a lock, so that messages keep their order.</param>
    public LivePacer(TimeProvider time, Action<LiveMessage> send)
    {
        (_time, _send) = (time, send);
        _timer = time.CreateTimer(_ => OnTime(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>In the place of one of the same name that waits.</summary>
    /// <param name="message">The newer one.</param>
    /// <param name="merge">Makes one payload of the waiting one and the newer one; the newer one by default.</param>
    public void Offer(LiveMessage message, Func<object, object, object>? merge = null)
    {
        lock (_gate)
        {
            var waiting = _latest.GetValueOrDefault(message.Name);
            _latest[message.Name] = waiting is null || merge is null ? message : message with { Payload = merge(waiting.Payload, message.Payload) };
            Go();
        }
    }

    /// <summary>After the firm ones before it, and instead of an offered one of the name it makes stale.</summary>
    public void Send(LiveMessage message, string? stale = null)
    {
        lock (_gate)
        {
            if (stale is not null)
            {
                _latest.Remove(stale);
            }

            if (_firm.Count == FirmMax)
            {
                _firm.Dequeue();
            }

            _firm.Enqueue(message);
            Go();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _timer.Dispose();
        }
    }

    private void OnTime()
    {
        lock (_gate)
        {
            _isTimed = false;
            Go();
        }
    }

    private void Go()
    {
        if (_disposed || _isTimed)
        {
            return;
        }

        var now = _time.GetUtcNow();
        if (now >= _next && Next() is { } message)
        {
            _next = now + Interval;
            _send(message);
        }

        if (_firm.Count + _latest.Count > 0)
        {
            _isTimed = true;
            _timer.Change(_next - now, Timeout.InfiniteTimeSpan);
        }
    }

    private LiveMessage? Next()
    {
        if (_firm.TryDequeue(out var firm))
        {
            return firm;
        }

        if (_latest.Count == 0)
        {
            return null;
        }

        var oldest = _latest.GetAt(0).Value;
        _latest.RemoveAt(0);
        return oldest;
    }
}
