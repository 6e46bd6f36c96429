namespace Orleans.InProcess;

/// <summary>
/// One consumer's queue of a stream's items and their delivery: one by one, each offered again while the consumer fails, until its time
/// is over. The queue is bounded and drops its oldest item, so a consumer that is down costs others nothing.
/// </summary>
internal abstract class Subscription(StreamTopic topic, Guid handleId) : TurnQueue
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(5);

    private readonly Queue<StreamItem> _queue = [];
    private StreamItem? _underWay;
    private bool _isDelivering;
    private int _drops;

    internal Guid HandleId => handleId;

    protected StreamTopic Topic => topic;

    protected GrainHost Host => topic.Host;

    protected override ITurnScheduler Turns => topic.Host.Turns;

    protected override void TurnFailed(Exception exception) => HostLog.OnErrorFailed(Host.Log, exception, topic.Id.StreamId);

    /// <summary>Sets the observer that items go to from now on.</summary>
    internal abstract void Attach(IItemObserver observer);

    internal void Add(StreamItem item)
    {
        lock (_queue)
        {
            if (_queue.Count == Host.Options.StreamQueueCapacity)
            {
                _queue.Dequeue();
                HostLog.ItemDropped(Host.Log, topic.Id.StreamId, handleId);
            }

            _queue.Enqueue(item);
            if (_isDelivering)
            {
                return;
            }

            _isDelivering = true;
        }

        Enqueue(new ActionTurn(() => _ = DeliverAllAsync()));
    }

    /// <summary>Items not delivered yet, the one being offered among them, and when the oldest was published.</summary>
    internal (int Items, long OldestAt) Waiting()
    {
        lock (_queue)
        {
            var oldest = _underWay ?? (_queue.TryPeek(out var next) ? next : null);
            return (_queue.Count + (_underWay is null ? 0 : 1), oldest?.PublishedAt ?? long.MaxValue);
        }
    }

    internal void DropQueue()
    {
        lock (_queue)
        {
            _queue.Clear();
            _drops++;
        }
    }

    protected abstract Task OfferAsync(StreamItem item);

    protected abstract Task GiveUpAsync(Exception exception);

    private async Task DeliverAllAsync()
    {
        while (Next(out var drops) is { } item)
        {
            await DeliverAsync(item, drops);
        }
    }

    private async Task DeliverAsync(StreamItem item, int drops)
    {
        var deadline = Host.TimestampAfter(Host.Options.StreamDeliveryTimeout);
        var delay = FirstDelay;
        for (var attempt = 1; Volatile.Read(ref _drops) == drops; attempt++)
        {
            try
            {
                await OfferAsync(item);
                return;
            }
            catch (Exception exception)
            {
                if (Host.Time.GetTimestamp() >= deadline)
                {
                    HostLog.ItemGivenUp(Host.Log, exception, topic.Id.StreamId, attempt, handleId);
                    await TellOfFailureAsync(exception);
                    return;
                }
            }

            await Task.Delay(delay, Host.Time);
            delay = delay * 2 < DelayMax ? delay * 2 : DelayMax;
        }
    }

    private async Task TellOfFailureAsync(Exception exception)
    {
        try
        {
            await GiveUpAsync(exception);
        }
        catch (Exception second)
        {
            HostLog.OnErrorFailed(Host.Log, second, topic.Id.StreamId);
        }
    }

    private StreamItem? Next(out int drops)
    {
        lock (_queue)
        {
            drops = _drops;
            _isDelivering = _queue.TryDequeue(out _underWay);
            return _underWay;
        }
    }
}
