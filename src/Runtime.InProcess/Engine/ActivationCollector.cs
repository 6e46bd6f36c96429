namespace Orleans.InProcess;

/// <summary>Deactivates what was idle for longer than its class allows, and the longest idle when there are too many.</summary>
internal sealed class ActivationCollector : IDisposable
{
    private readonly GrainHost _host;
    private readonly ITimer _timer;
    private int _count;
    private int _isTrimming;

    internal ActivationCollector(GrainHost host)
    {
        _host = host;
        var quantum = host.Options.CollectionQuantum;
        _timer = host.Time.CreateTimer(_ => CollectAged(), null, quantum, quantum);
    }

    public void Dispose() => _timer.Dispose();

    internal void Added()
    {
        if (Interlocked.Increment(ref _count) > _host.Options.MaxActivations && Interlocked.Exchange(ref _isTrimming, 1) == 0)
        {
            _host.Turns.Schedule(new Trim(this));
        }
    }

    internal void Removed() => Interlocked.Decrement(ref _count);

    private void CollectAged()
    {
        var now = _host.Time.GetTimestamp();
        var reason = new DeactivationReason(DeactivationReasonCode.ActivationIdle, "It was idle for too long.");
        foreach (var grainClass in _host.Classes)
        {
            if (grainClass.CollectionAge is not { } age)
            {
                continue;
            }

            var latest = now - (long)(age.TotalSeconds * _host.Time.TimestampFrequency);
            foreach (var activation in grainClass.Activations)
            {
                if (activation.IdleSince(now) <= latest)
                {
                    activation.Collect(reason);
                }
            }
        }
    }

    /// <summary>Down to nine tenths of the bound, so that a stream of new activations does not search for idle ones each time.</summary>
    private void TrimToBound()
    {
        var now = _host.Time.GetTimestamp();
        var idle = _host.Classes
            .Where(c => c.CollectionAge is not null)
            .SelectMany(c => c.Activations)
            .Select(a => (Activation: a, Since: a.IdleSince(now)))
            .Where(a => a.Since is not null)
            .OrderBy(a => a.Since)
            .Take(Math.Max(0, Volatile.Read(ref _count) - (_host.Options.MaxActivations / 10 * 9)));
        var reason = new DeactivationReason(DeactivationReasonCode.HighMemoryPressure, "There are too many activations.");
        foreach (var (activation, _) in idle.ToList())
        {
            activation.Collect(reason);
        }

        Volatile.Write(ref _isTrimming, 0);
    }

    private sealed class Trim(ActivationCollector collector) : IThreadPoolWorkItem
    {
        public void Execute() => collector.TrimToBound();
    }
}
