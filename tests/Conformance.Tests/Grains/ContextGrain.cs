using Orleans.Streams;

namespace XSight.Conformance.Tests;

[GrainType("conformance-context")]
[ImplicitStreamSubscription(Namespace)]
public sealed class ContextGrain : Grain, IContextGrain
{
    public const string Namespace = "conformance-context";

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString();
        await this.GetStreamProvider(ClusterFixture.Streams).GetStream<Parcel>(StreamId.Create(Namespace, key)).SubscribeAsync((item, _) =>
        {
            Signals.Note(key, $"{item.Weight} {RequestContext.Get("conformance") ?? "nothing"}");
            return Task.CompletedTask;
        });
    }
}
