using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>The ticks of one reminder, on the grid of its start and period; a tick that finds the last one still running waits for it.</summary>
internal sealed class ReminderSchedule : TurnQueue, IDisposable
{
    /// <summary>Timers take no longer spans; a longer wait is done in parts.</summary>
    private static readonly TimeSpan WaitMax = TimeSpan.FromDays(30);

    private readonly GrainHost _host;
    private readonly ReminderEntry _entry;
    private readonly ITimer _timer;
    private DateTimeOffset _due;

    internal ReminderSchedule(GrainHost host, ReminderEntry entry)
    {
        _host = host;
        _entry = entry;
        _due = NextAfter(host.Time.GetUtcNow() - TimeSpan.FromTicks(1));
        using (ExecutionContext.SuppressFlow())
        {
            _timer = host.Time.CreateTimer(_ => Enqueue(new ActionTurn(() => _ = TickAsync())), null, Wait(), Timeout.InfiniteTimeSpan);
        }
    }

    protected override ITurnScheduler Turns => _host.Turns;

    public void Dispose()
    {
        Abandon();
        _timer.Dispose();
    }

    private async Task TickAsync()
    {
        var now = _host.Time.GetUtcNow();
        if (now >= _due)
        {
            try
            {
                var grain = (IRemindable)(object)_host.Reference(typeof(IRemindable), _entry.Grain);
                await grain.ReceiveReminder(_entry.Name, new TickStatus(_entry.StartAt.UtcDateTime, _entry.Period, now.UtcDateTime));
            }
            catch (Exception exception)
            {
                HostLog.ReminderFailed(_host.Log, exception, _entry.Grain, _entry.Name);
            }

            _due = NextAfter(_host.Time.GetUtcNow());
        }

        if (!IsAbandoned)
        {
            _timer.Change(Wait(), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The first tick later than that. What was missed while nothing ran is not made up for.</summary>
    private DateTimeOffset NextAfter(DateTimeOffset time) => time < _entry.StartAt
        ? _entry.StartAt
        : _entry.StartAt + (_entry.Period * (((time - _entry.StartAt).Ticks / _entry.Period.Ticks) + 1));

    private TimeSpan Wait()
    {
        var wait = _due - _host.Time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > WaitMax ? WaitMax : wait;
    }
}
