using System.Collections.Concurrent;

namespace XSight.Shopify;

/// <summary>
/// One store's leaky bucket as far as we know it, shared by all its clients. Sizes are never assumed: the first request goes without
/// waiting, and from then on the bucket is what the store's answers say, less what is still under way. Who comes first is served first.
/// </summary>
internal sealed class CostThrottle(TimeProvider time) : IDisposable
{
    /// <summary>Waits of one caller until the bucket holds what it needs; more than one only when another node drinks from the same bucket.</summary>
    private const int RoundsMax = 10;

    /// <summary>Holds the one caller that is waiting for points; SemaphoreSlim lets asynchronous waiters through in the order of their coming.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, double> _costs = new(StringComparer.Ordinal);
    private ThrottleStatus? _bucket;
    private double _available;
    private double _underWay;
    private long _availableAt;

    /// <summary>What a document cost last time; 0 before the first.</summary>
    public double CostOf(QueryDocument document) => _costs.GetValueOrDefault(document.Name);

    /// <summary>Waits until the bucket holds the cost and takes it out. Each call is followed by one <see cref="Settle"/>.</summary>
    /// <returns>How long it waited.</returns>
    public async Task<TimeSpan> TakeAsync(double cost, CancellationToken cancellationToken)
    {
        var waited = TimeSpan.Zero;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            for (var round = 1; TryTake(cost, force: round > RoundsMax, out var wait) is false; round++)
            {
                await Task.Delay(wait, time, cancellationToken);
                waited += wait;
            }
        }
        finally
        {
            _turn.Release();
        }

        return waited;
    }

    /// <summary>Adopts what the store says after a request; without a word from it, the cost stays taken and flows back at the store's rate.</summary>
    public void Settle(QueryDocument document, double taken, QueryCost? told)
    {
        lock (_lock)
        {
            _underWay = Math.Max(0, _underWay - taken);
            if (told?.ThrottleStatus is { MaximumAvailable: > 0, RestoreRate: > 0 } status)
            {
                _bucket = status;
                _available = status.CurrentlyAvailable - _underWay;
                _availableAt = time.GetTimestamp();
            }
        }

        if (told?.RequestedQueryCost is { } requested and >= 0)
        {
            _costs[document.Name] = requested;
        }
    }

    public void Dispose() => _turn.Dispose();

    private bool TryTake(double cost, bool force, out TimeSpan wait)
    {
        lock (_lock)
        {
            Refill();
            var needed = _bucket is null ? 0 : Math.Min(cost, _bucket.MaximumAvailable) - _available;
            if (needed > 0 && !force)
            {
                // A tick more than exact, so that rounding does not leave a billionth of a point missing.
                wait = TimeSpan.FromSeconds(needed / _bucket!.RestoreRate) + TimeSpan.FromTicks(1);
                return false;
            }

            wait = TimeSpan.Zero;
            _available -= cost;
            _underWay += cost;
            return true;
        }
    }

    private void Refill()
    {
        if (_bucket is null)
        {
            return;
        }

        var now = time.GetTimestamp();
        var restored = time.GetElapsedTime(_availableAt, now).TotalSeconds * _bucket.RestoreRate;
        _available = Math.Min(_bucket.MaximumAvailable, _available + restored);
        _availableAt = now;
    }
}
