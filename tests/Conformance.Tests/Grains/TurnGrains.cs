using Orleans.Serialization.Invocation;

namespace XSight.Conformance.Tests;

[Alias("conformance.ordinary-turn")]
public interface IOrdinaryTurnGrain : ITurnGrain;

[GrainType("conformance-turn")]
public sealed class OrdinaryTurnGrain : TurnGrainBase, IOrdinaryTurnGrain;

[Alias("conformance.reentrant-turn")]
public interface IReentrantTurnGrain : ITurnGrain;

[Reentrant]
[GrainType("conformance-reentrant-turn")]
public sealed class ReentrantTurnGrain : TurnGrainBase, IReentrantTurnGrain;

[Alias("conformance.choosing-turn")]
public interface IChoosingTurnGrain : ITurnGrain;

[MayInterleave(nameof(MayInterleave))]
[GrainType("conformance-choosing-turn")]
public sealed class ChoosingTurnGrain : TurnGrainBase, IChoosingTurnGrain
{
    public static bool MayInterleave(IInvokable request) => request.GetMethodName() == nameof(Total);
}
