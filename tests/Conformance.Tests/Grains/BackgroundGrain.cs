namespace XSight.Conformance.Tests;

[GrainType("conformance-background")]
public sealed class BackgroundGrain : Grain, IBackgroundGrain, IDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private Task _work = Task.CompletedTask;
    private int _steps;
    private int _inside;

    private string Log => this.GetPrimaryKeyString();

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _ending.CancelAsync();
        await _work;
        Signals.Note(Log, "ended");
    }

    public Task Work(int steps)
    {
        _work = Steps(steps);
        return Task.CompletedTask;
    }

    public Task WorkUntil(string flag, IEchoGrain other)
    {
        _work = AskUntil(flag, other);
        return Task.CompletedTask;
    }

    public Task Count(int steps) => Steps(steps);

    public Task<int> Total() => Task.FromResult(_steps);

    public Task NoteContextInTick(string contextKey)
    {
        this.RegisterGrainTimer(
            () =>
            {
                Signals.Note(Log, RequestContext.Get(contextKey) as string ?? "nothing");
                return Task.CompletedTask;
            },
            TimeSpan.FromMilliseconds(10),
            Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task ChangeContext(string contextKey, string value)
    {
        RequestContext.Set(contextKey, value);
        return Task.CompletedTask;
    }

    public void Dispose() => _ending.Dispose();

    private async Task Steps(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            await Task.Yield();
            Enter();
            _steps++;
            Thread.SpinWait(50);
            Leave();
        }

        Signals.Note(Log, "done");
    }

    private async Task AskUntil(string flag, IEchoGrain other)
    {
        try
        {
            await Signals.Raised(flag).WaitAsync(_ending.Token);
        }
        catch (OperationCanceledException)
        {
            Signals.Note(Log, "stopping");
        }

        Signals.Note(Log, await other.Key());
    }

    /// <summary>Between two awaits nothing else of the activation may run, on whichever thread.</summary>
    private void Enter()
    {
        if (Interlocked.Increment(ref _inside) != 1)
        {
            Signals.Note(Log, "overlap");
        }
    }

    private void Leave() => Interlocked.Decrement(ref _inside);
}
