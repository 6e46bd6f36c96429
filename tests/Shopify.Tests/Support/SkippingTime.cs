using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace XSight.Shopify.Tests;

/// <summary>
/// A clock on which waits end at once and are written down, while deadlines only fall when the test advances the clock: a wait is
/// told from a deadline by its length.
/// </summary>
internal sealed class SkippingTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private static readonly HashSet<TimeSpan> Deadlines =
        [RetryLimits.Background.AttemptTimeout, RetryLimits.Interactive.AttemptTimeout, BulkResults.StallMax];

    public SkippingTime()
        : this(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (!Deadlines.Contains(dueTime))
        {
            Waits.Enqueue(dueTime);
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
