using Orleans;

namespace XSight.Bench;

/// <summary>A grain that does next to nothing, so that a benchmark sees the host.</summary>
public interface ICallsGrain : IGrainWithStringKey
{
    Task<long> Add(long amount);

    /// <summary>Calls another grain so many times, one after the other.</summary>
    Task<long> CallOther(string key, int times);
}

public sealed class CallsGrain : Grain, ICallsGrain
{
    private long _total;

    public Task<long> Add(long amount) => Task.FromResult(_total += amount);

    public async Task<long> CallOther(string key, int times)
    {
        var other = GrainFactory.GetGrain<ICallsGrain>(key);
        var last = 0L;
        for (var call = 0; call < times; call++)
        {
            last = await other.Add(1);
        }

        return last;
    }
}
