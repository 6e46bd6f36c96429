namespace XSight.Grains.Syncing;

/// <summary>Records a second over the last few seconds, from samples of a running total.</summary>
public sealed class RateMeter(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SampleEvery = TimeSpan.FromMilliseconds(100);

    private readonly Queue<(long At, long Total)> _samples = [];
    private (long At, long Total) _newest;

    public double PerSecond
    {
        get
        {
            if (!_samples.TryPeek(out var oldest))
            {
                return 0;
            }

            var seconds = time.GetElapsedTime(oldest.At, _newest.At).TotalSeconds;
            return seconds > 0 ? (_newest.Total - oldest.Total) / seconds : 0;
        }
    }

    public void Sample(long total)
    {
        var now = time.GetTimestamp();
        if (_samples.Count == 0 || time.GetElapsedTime(_newest.At, now) >= SampleEvery)
        {
            _samples.Enqueue((now, total));
        }

        _newest = (now, total);
        while (_samples.Count > 1 && time.GetElapsedTime(_samples.Peek().At, now) > Window)
        {
            _samples.Dequeue();
        }
    }
}
