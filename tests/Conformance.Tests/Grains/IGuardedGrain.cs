namespace XSight.Conformance.Tests;

[Alias("conformance.guarded")]
public interface IGuardedGrain : IGrainWithStringKey
{
    [Alias("enter")]
    Task<string> Enter(string word);
}
