namespace Orleans.InProcess;

/// <summary>
/// Calls that wait for an answer, all with the same time to wait, so that the order of sending is the order of deadlines. Lists are
/// striped by thread to keep adding and removing uncontended; one timer stands at the earliest deadline and not at every call.
/// </summary>
internal sealed class ResponseDeadlines : IDisposable
{
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly long _timeoutStamps;
    private readonly Stripe[] _stripes;
    private readonly ITimer _timer;
    private int _isArmed;

    internal ResponseDeadlines(TimeProvider time, TimeSpan timeout)
    {
        _time = time;
        _timeout = timeout;
        _timeoutStamps = (long)(timeout.TotalSeconds * time.TimestampFrequency);
        _stripes = [.. Enumerable.Range(0, Environment.ProcessorCount * 4).Select(_ => new Stripe())];
        _timer = time.CreateTimer(_ => Expire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    internal void Add(GrainCall call)
    {
        call.Deadline = call.SentAt + _timeoutStamps;
        _stripes[Environment.CurrentManagedThreadId % _stripes.Length].Add(call);
        if (Volatile.Read(ref _isArmed) == 0 && Interlocked.Exchange(ref _isArmed, 1) == 0)
        {
            _timer.Change(_timeout, Timeout.InfiniteTimeSpan);
        }
    }

    internal void FailAll(Exception exception)
    {
        foreach (var stripe in _stripes)
        {
            stripe.TakeUntil(long.MaxValue).ForEach(call => call.Fail(exception));
        }
    }

    private void Expire()
    {
        Volatile.Write(ref _isArmed, 0);
        var now = _time.GetTimestamp();
        foreach (var stripe in _stripes)
        {
            foreach (var call in stripe.TakeUntil(now))
            {
                call.Fail(new TimeoutException($"No answer within {_timeout} to {call}."));
            }
        }

        var next = _stripes.Min(s => s.Earliest);
        if (next != long.MaxValue && Interlocked.Exchange(ref _isArmed, 1) == 0)
        {
            // Rounded up: a timer that comes a moment early would find nothing to do.
            var wait = TimeSpan.FromSeconds((double)(next - now) / _time.TimestampFrequency);
            _timer.Change(wait + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>A list of calls by deadline.</summary>
    internal sealed class Stripe
    {
        private readonly Lock _lock = new();
        private GrainCall? _first;
        private GrainCall? _last;

        internal long Earliest
        {
            get
            {
                lock (_lock)
                {
                    return _first?.Deadline ?? long.MaxValue;
                }
            }
        }

        internal void Add(GrainCall call)
        {
            lock (_lock)
            {
                call.Stripe = this;
                call.Earlier = _last;
                if (_last is null)
                {
                    _first = call;
                }
                else
                {
                    _last.Later = call;
                }

                _last = call;
            }
        }

        internal void Remove(GrainCall call)
        {
            lock (_lock)
            {
                if (call.Stripe is null)
                {
                    return;
                }

                if (call.Earlier is null)
                {
                    _first = call.Later;
                }
                else
                {
                    call.Earlier.Later = call.Later;
                }

                if (call.Later is null)
                {
                    _last = call.Earlier;
                }
                else
                {
                    call.Later.Earlier = call.Earlier;
                }

                call.Stripe = null;
                call.Earlier = call.Later = null;
            }
        }

        internal List<GrainCall> TakeUntil(long deadline)
        {
            List<GrainCall> taken = [];
            lock (_lock)
            {
                for (var call = _first; call is not null && call.Deadline <= deadline; call = call.Later)
                {
                    taken.Add(call);
                }
            }

            taken.ForEach(Remove);
            return taken;
        }
    }
}
