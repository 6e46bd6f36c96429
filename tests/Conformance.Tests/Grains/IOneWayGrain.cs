namespace XSight.Conformance.Tests;

[Alias("conformance.one-way")]
public interface IOneWayGrain : IGrainWithStringKey
{
    /// <summary>Raises <c>{key}-done</c> once the flag is up.</summary>
    [OneWay]
    [Alias("wait-for")]
    Task WaitFor(string flag);

    [OneWay]
    [Alias("fail")]
    Task Fail();

    [Alias("lives")]
    Task<bool> Lives();
}
