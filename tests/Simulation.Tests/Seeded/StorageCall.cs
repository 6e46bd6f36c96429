namespace XSight.Simulation.Tests.Seeded;

/// <summary>A call of the database under way.</summary>
internal sealed record StorageCall(string Name, object?[] Arguments, long BeganAtTurn, CancellationTokenSource Stop) : IDisposable
{
    public void Dispose() => Stop.Dispose();
}
