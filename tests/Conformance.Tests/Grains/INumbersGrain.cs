namespace XSight.Conformance.Tests;

[Alias("conformance.numbers")]
public interface INumbersGrain : IGrainWithStringKey
{
    [Alias("count-to")]
    IAsyncEnumerable<int> CountTo(int last);

    /// <summary>Fails after three elements.</summary>
    [Alias("fail-after-three")]
    IAsyncEnumerable<int> FailAfterThree();

    /// <summary>Gives one element, and the next when the flag is up; raises <c>{flag}-ended</c> when it is left.</summary>
    [Alias("wait-after-one")]
    IAsyncEnumerable<int> WaitAfterOne(string flag, CancellationToken cancellationToken);

    [Alias("answer")]
    Task<int> Answer();
}
