namespace XSight.Conformance.Tests;

[GrainType("conformance-timer")]
public sealed class TimerGrain : Grain, ITimerGrain
{
    private IGrainTimer? _timer;
    private int _ticks;

    private string Log => this.GetPrimaryKeyString();

    public Task Start(string word, TimeSpan due, TimeSpan period, bool interleave)
    {
        _timer = this.RegisterGrainTimer(Tick, word, new GrainTimerCreationOptions { DueTime = due, Period = period, Interleave = interleave });
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task Change(TimeSpan due, TimeSpan period)
    {
        _timer!.Change(due, period);
        return Task.CompletedTask;
    }

    public Task StartFailing()
    {
        _timer = this.RegisterGrainTimer(FailOnce, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(10));
        return Task.CompletedTask;
    }

    public async Task HoldFrom(string orderly, TimeSpan orderlyDue, string free, TimeSpan freeDue)
    {
        await Start(orderly, orderlyDue, Timeout.InfiniteTimeSpan, interleave: false);
        await Start(free, freeDue, Timeout.InfiniteTimeSpan, interleave: true);
        await Hold($"{Log}-{free}");
    }

    public async Task Hold(string flag)
    {
        Signals.Note(Log, "in");
        Signals.Raise($"{flag}-in");
        await Signals.Raised(flag);
        Signals.Note(Log, "out");
    }

    private async Task Tick(string word, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Signals.Note(Log, word);
        Signals.Raise($"{Log}-{word}");
    }

    private Task FailOnce()
    {
        Signals.Note(Log, $"tick {++_ticks}");
        return _ticks == 1 ? throw new InvalidOperationException("a tick fails") : Task.CompletedTask;
    }
}
