namespace XSight.Conformance.Tests;

[GrainType("conformance-one-way")]
public sealed class OneWayGrain : Grain, IOneWayGrain
{
    public async Task WaitFor(string flag)
    {
        await Signals.Raised(flag);
        Signals.Raise($"{this.GetPrimaryKeyString()}-done");
    }

    public Task Fail() => throw new InvalidOperationException("nobody hears this");

    public Task<bool> Lives() => Task.FromResult(true);
}
