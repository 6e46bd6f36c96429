namespace Orleans.InProcess;

/// <summary>A clock that stands still until it is moved. Timers that are due at one moment fire in an order chosen by the seed.</summary>
internal sealed class VirtualTime(DateTimeOffset start, Random random) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<(VirtualTimer Timer, int Version), (DateTimeOffset Due, int Tie)> _timers = new();
    private DateTimeOffset _now = start;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void MoveTo(DateTimeOffset time)
    {
        lock (_lock)
        {
            _now = time > _now ? time : _now;
        }
    }

    /// <summary>Moves to the next timer that is due by then and fires it; false when there is none.</summary>
    internal bool FireNext(DateTimeOffset latest)
    {
        VirtualTimer timer;
        lock (_lock)
        {
            while (_timers.TryPeek(out var next, out _) && next.Timer.Version != next.Version)
            {
                _timers.Dequeue();
            }

            if (!_timers.TryPeek(out var first, out var at) || at.Due > latest)
            {
                return false;
            }

            _timers.Dequeue();
            _now = at.Due > _now ? at.Due : _now;
            timer = first.Timer;
        }

        timer.Fire();
        return true;
    }

    private void Schedule(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            var version = ++timer.Version;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                _timers.Enqueue((timer, version), (_now + dueTime, random.Next()));
            }
        }
    }

    private sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        /// <summary>Changes with every setting, so that an entry of an earlier one is known.</summary>
        internal int Version { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            time.Schedule(this, dueTime);
            return true;
        }

        public void Dispose() => time.Schedule(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        internal void Fire()
        {
            if (_period > TimeSpan.Zero)
            {
                time.Schedule(this, _period);
            }

            callback(state);
        }
    }
}
