namespace XSight.Conformance.Tests;

public abstract class TurnGrainBase : Grain, ITurnGrain
{
    private int _total;

    public async Task Add()
    {
        var read = _total;
        await Task.Yield();
        await Task.Yield();
        _total = read + 1;
    }

    public Task<int> Total() => Task.FromResult(_total);

    public async Task Hold(string flag)
    {
        Signals.Raise($"{flag}-in");
        await Signals.Raised(flag);
    }

    public Task HoldReading(string flag) => Hold(flag);

    public Task<int> Read() => Task.FromResult(_total);

    public Task<int> Peek() => Task.FromResult(_total);
}
