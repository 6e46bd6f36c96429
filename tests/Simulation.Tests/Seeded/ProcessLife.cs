namespace XSight.Simulation.Tests.Seeded;

/// <summary>Whether a simulated process lives. Nothing of a dead one ever goes on.</summary>
internal sealed class ProcessLife
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    private readonly CancellationTokenSource _dropped = new();

    public bool IsOver { get; private set; }

    /// <summary>Cancelled for what the process had asked of the database and what is not to happen any more.</summary>
    public CancellationToken Dropped => _dropped.Token;

    /// <summary>Goes on at once in a living process, and not at all in a dead one.</summary>
    public Task EnsureAsync() => IsOver ? Never : Task.CompletedTask;

    public void End(bool dropsWhatIsAsked)
    {
        IsOver = true;
        if (dropsWhatIsAsked)
        {
            _dropped.Cancel();
        }
    }
}
