namespace XSight.Conformance.Tests;

[GrainType("conformance-timer")]
public sealed class TimerGrain : Grain, ITimerGrain
{
    private IGrainTimer? _timer;
    private int _ticks;

    private string Log => this.GetPrimaryKeyString();

    public Task Start(TimeSpan due, TimeSpan period, bool interleave)
    {
        _timer = this.RegisterGrainTimer(Tick, "tick", new GrainTimerCreationOptions { DueTime = due, Period = period, Interleave = interleave });
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
        Signals.Note(Log, $"{word} {++_ticks}");
        Signals.Raise($"{Log}-{_ticks}");
    }

    private Task FailOnce()
    {
        Signals.Note(Log, $"tick {++_ticks}");
        return _ticks == 1 ? throw new InvalidOperationException("a tick fails") : Task.CompletedTask;
    }
}
