namespace XSight.Conformance.Tests;

/// <summary>Calls another, which calls back.</summary>
[Alias("conformance.chain")]
public interface IChainGrain : IGrainWithStringKey
{
    [Alias("round-trip")]
    Task<string> RoundTrip(IChainGrain through);

    [ResponseTimeout("00:00:01")]
    [Alias("round-trip-without-leave")]
    Task<string> RoundTripWithoutLeave(IChainGrain through);

    [Alias("call-back")]
    Task<string> CallBack(IChainGrain to);

    [ResponseTimeout("00:00:02")]
    [Alias("name")]
    Task<string> Name();
}
