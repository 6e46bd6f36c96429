using System.Collections.Concurrent;

namespace Orleans.InProcess;

/// <summary>Activations of a stateless worker class: some for each key, and a request goes to the one with least to do.</summary>
internal sealed class StatelessWorkers(GrainClass grainClass, int workersMax)
{
    private readonly ConcurrentDictionary<string, List<Activation>> _pools = [];

    internal IEnumerable<Activation> Activations => _pools.Values.SelectMany(Snapshot);

    internal void Deliver(string key, Request request)
    {
        var pool = _pools.GetOrAdd(key, _ => []);
        Activation chosen;
        lock (pool)
        {
            var leastLoaded = pool.MinBy(w => Volatile.Read(ref w.Load));
            if (leastLoaded is null || (Volatile.Read(ref leastLoaded.Load) > 0 && pool.Count < workersMax))
            {
                chosen = new Activation(grainClass, key);
                pool.Add(chosen);
                grainClass.Added();
            }
            else
            {
                chosen = leastLoaded;
            }

            request.CountsAsLoad = true;
            Interlocked.Increment(ref chosen.Load);
        }

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
            return pool.Remove(activation);
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
