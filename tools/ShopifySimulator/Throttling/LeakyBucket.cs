namespace XSight.ShopifySimulator;

/// <summary>Points that refill at a steady rate. A query takes what it may cost and gives back what it did not.</summary>
internal sealed class LeakyBucket(BucketOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _available = options.Size;
    private long _asOf = time.GetTimestamp();

    public BucketOptions Options => options;

    public double Available
    {
        get
        {
            lock (_lock)
            {
                Refill();
                return Math.Floor(_available);
            }
        }
    }

    public bool TryTake(double points)
    {
        lock (_lock)
        {
            Refill();
            if (_available < points)
            {
                return false;
            }

            _available -= points;
            return true;
        }
    }

    public void GiveBack(double points)
    {
        lock (_lock)
        {
            _available = Math.Min(options.Size, _available + points);
        }
    }

    private void Refill()
    {
        var now = time.GetTimestamp();
        _available = Math.Min(options.Size, _available + (time.GetElapsedTime(_asOf, now).TotalSeconds * options.RestorePerSecond));
        _asOf = now;
    }
}
