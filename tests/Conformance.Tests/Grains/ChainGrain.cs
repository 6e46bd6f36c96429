namespace XSight.Conformance.Tests;

[GrainType("conformance-chain")]
public sealed class ChainGrain : Grain, IChainGrain
{
    public async Task<string> RoundTrip(IChainGrain through)
    {
        using var chain = RequestContext.AllowCallChainReentrancy();
        return await through.CallBack(this.AsReference<IChainGrain>());
    }

    public Task<string> RoundTripWithoutLeave(IChainGrain through) => through.CallBack(this.AsReference<IChainGrain>());

    public async Task<string> CallBack(IChainGrain to) => await to.Name();

    public Task<string> Name() => Task.FromResult(this.GetPrimaryKeyString());
}
