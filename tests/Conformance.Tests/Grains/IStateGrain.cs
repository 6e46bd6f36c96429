namespace XSight.Conformance.Tests;

[Alias("conformance.state")]
public interface IStateGrain : IGrainWithStringKey
{
    [Alias("set")]
    Task Set(string text);

    /// <summary>Changes memory and does not write.</summary>
    [Alias("set-without-writing")]
    Task SetWithoutWriting(string text);

    [Alias("clear")]
    Task Clear();

    [Alias("read-again")]
    Task ReadAgain();

    [Alias("get")]
    Task<StateView> Get();

    /// <summary>Writes the record behind the grain's back, so that its own etag is stale.</summary>
    [Alias("overtake")]
    Task Overtake(string text);
}
