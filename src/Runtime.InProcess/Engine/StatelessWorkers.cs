using System.Collections.Concurrent;

namespace Orleans.InProcess;

/// <summary>Activations of a stateless worker class: some for each key, and a request goes to the one with least to do.</summary>
internal sealed class StatelessWorkers(GrainClass grainClass, int workersMax)
{
    private readonly ConcurrentDictionary<string, List<Activation>> _pools = [];

    internal IEnumerable<Activation> Activations => _pools.Values.SelectMany(Snapshot);

    internal void Deliver(string key, Request request)
    {
        Activation? chosen;
        do
        {
            chosen = TryChoose(key, _pools.GetOrAdd(key, _ => []), request);
        }
        while (chosen is null);

        chosen.Enqueue(request);
    }

    internal bool Remove(Activation activation)
    {
        if (!_pools.TryGetValue(activation.Key, out var pool))
        {
            return false;
        }

        lock (pool)
        {
            var removed = pool.Remove(activation);
            if (pool.Count == 0)
            {
                _pools.TryRemove(new(activation.Key, pool));
            }

            return removed;
        }
    }

    /// <summary>Null when the pool was emptied and left the dictionary meanwhile.</summary>
    private Activation? TryChoose(string key, List<Activation> pool, Request request)
    {
        lock (pool)
        {
            if (!_pools.TryGetValue(key, out var current) || current != pool)
            {
                return null;
            }

            var chosen = pool.MinBy(w => Volatile.Read(ref w.Load));
            if (chosen is null || (Volatile.Read(ref chosen.Load) > 0 && pool.Count < workersMax))
            {
                chosen = new Activation(grainClass, key);
                pool.Add(chosen);
                grainClass.Added();
            }

            request.CountsAsLoad = true;
            Interlocked.Increment(ref chosen.Load);
            return chosen;
        }
    }

    private static Activation[] Snapshot(List<Activation> pool)
    {
        lock (pool)
        {
            return [.. pool];
        }
    }
}
