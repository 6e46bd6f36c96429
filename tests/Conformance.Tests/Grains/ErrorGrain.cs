namespace XSight.Conformance.Tests;

[GrainType("conformance-error")]
public sealed class ErrorGrain : Grain, IErrorGrain
{
    public Task FailAtOnce(string message) => throw new InvalidOperationException(message);

    public async Task<int> FailLater(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message, new FormatException("inner"));
    }

    public Task FailThrough(IErrorGrain other, string message) => other.FailLater(message);

    public Task Refuse(string parameter) => throw new ArgumentOutOfRangeException(parameter);

    public async Task Wait(string log, CancellationToken cancellationToken)
    {
        Signals.Note(log, "waiting");
        try
        {
            await Task.Delay(ClusterFixture.Patience, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Signals.Note(log, "cancelled");
            throw;
        }
    }

    public Task WaitThrough(IErrorGrain other, string log, CancellationToken cancellationToken) => other.Wait(log, cancellationToken);

    public Task Linger(string flag) => Signals.Raised(flag);

    public Task<int> Answer() => Task.FromResult(42);
}
