namespace XSight.Api.Live;

/// <summary>
/// Thins out a series of absolute states: one is passed on at once when the last is long enough ago, otherwise the latest of those that
/// came meanwhile is passed on when its time has come. Nothing waits here and nothing piles up.
/// </summary>
public sealed class LatestWins<T> : IDisposable
    where T : class
{
    private readonly TimeSpan _interval;
    private readonly TimeProvider _time;
    private readonly Action<T> _pass;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private T? _waiting;
    private bool _disposed;

    /// <param name="interval">At least so long between two items.</param>
    /// <param name="time">The clock.</param>
    /// <param name="pass">Takes an item; short, and called under a lock, so that items keep their order.</param>
    public LatestWins(TimeSpan interval, TimeProvider time, Action<T> pass)
    {
        (_interval, _time, _pass) = (interval, time, pass);
        _timer = time.CreateTimer(_ => PassWaiting(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Offer(T item)
    {
        lock (_gate)
        {
            var wait = _next - _time.GetUtcNow();
            if (wait <= TimeSpan.Zero)
            {
                Pass(item);
                return;
            }

            if (_waiting is null && !_disposed)
            {
                _timer.Change(wait, Timeout.InfiniteTimeSpan);
            }

            _waiting = item;
        }
    }

    /// <summary>Drops the item that waits: something newer was told on another way.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _waiting = null;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _waiting = null;
            _timer.Dispose();
        }
    }

    private void PassWaiting()
    {
        lock (_gate)
        {
            if (_waiting is { } item)
            {
                Pass(item);
            }
        }
    }

    private void Pass(T item)
    {
        _waiting = null;
        if (!_disposed)
        {
            _next = _time.GetUtcNow() + _interval;
            _pass(item);
        }
    }
}
