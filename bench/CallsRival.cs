namespace XSight.Bench;

/// <summary>What one would write without grains: an object, and an asynchronous lock that keeps its calls apart.</summary>
internal sealed class CallsRival : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _total;

    public async Task<long> Add(long amount)
    {
        await _turn.WaitAsync();
        try
        {
            return _total += amount;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Without any protection.</summary>
    public Task<long> AddUnlocked(long amount) => Task.FromResult(_total += amount);

    public void Dispose() => _turn.Dispose();
}
