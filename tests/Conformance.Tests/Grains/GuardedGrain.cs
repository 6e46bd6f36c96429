namespace XSight.Conformance.Tests;

/// <summary>Refuses by itself what it does not like.</summary>
[GrainType("conformance-guarded")]
public sealed class GuardedGrain : Grain, IGuardedGrain, IIncomingGrainCallFilter
{
    public Task<string> Enter(string word) => Task.FromResult(word);

    public Task Invoke(IIncomingGrainCallContext context) =>
        context.Request.GetArgument(0) is "sesame" ? throw new UnauthorizedAccessException("an old word") : context.Invoke();
}
