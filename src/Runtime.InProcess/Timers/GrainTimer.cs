using Orleans.InProcess;
using Orleans.Runtime;

namespace Orleans.Timers;

/// <summary>A timer of an activation. The next wait begins when a callback has ended, so callbacks never overlap each other.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly GrainTimerCreationOptions _options;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly ITimer _timer;
    private TimeSpan _next;
    private TimeSpan _period;
    private bool _isTicking;

    internal GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        Check(options.DueTime, options.Period);
        if (!ReferenceEquals(RuntimeContext.Current, activation))
        {
            throw new InvalidOperationException($"A timer of {activation.GrainId} must be made in one of its turns.");
        }

        _activation = activation;
        _callback = callback;
        _options = options;
        _next = _period = options.Period;
        using (ExecutionContext.SuppressFlow())
        {
            _timer = activation.Host.Time.CreateTimer(static timer => ((GrainTimer)timer!).Due(), this, options.DueTime, Timeout.InfiniteTimeSpan);
        }

        activation.Extras.Timers.Add(this);
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, period);
        _next = dueTime;
        _period = period;
        if (!_isTicking)
        {
            Rearm();
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _cancellation.Cancel();
        _activation.Extras.Timers.Remove(this);
    }

    internal async Task TickAsync()
    {
        try
        {
            if (!_cancellation.IsCancellationRequested)
            {
                await _callback(_cancellation.Token);
            }
        }
        catch (Exception exception)
        {
            HostLog.TimerFailed(_activation.Host.Log, exception, _activation.GrainId);
        }

        _isTicking = false;
        if (!_cancellation.IsCancellationRequested)
        {
            Rearm();
        }
    }

    private static void Check(TimeSpan dueTime, TimeSpan period)
    {
        const uint millisecondsMax = uint.MaxValue - 1;
        foreach (var span in (ReadOnlySpan<TimeSpan>)[dueTime, period])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan((long)span.TotalMilliseconds, -1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan((long)span.TotalMilliseconds, millisecondsMax);
        }
    }

    private void Rearm()
    {
        _timer.Change(_next, Timeout.InfiniteTimeSpan);
        _next = _period;
    }

    /// <summary>On whatever thread the clock uses; the activation decides when the tick runs.</summary>
    private void Due()
    {
        _isTicking = true;
        _activation.Enqueue(new TimerTick(this, _options));
    }
}
