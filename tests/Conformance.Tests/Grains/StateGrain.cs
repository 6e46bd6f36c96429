using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace XSight.Conformance.Tests;

[GrainType("conformance-state")]
public sealed class StateGrain(
    [PersistentState("note", ClusterFixture.Storage)] IPersistentState<NoteState> note,
    [PersistentState("other", ClusterFixture.Storage)] IPersistentState<NoteState> other) : Grain, IStateGrain
{
    public async Task Set(string text)
    {
        note.State.Text = text;
        await note.WriteStateAsync();
    }

    public Task SetWithoutWriting(string text)
    {
        note.State.Text = text;
        return Task.CompletedTask;
    }

    public Task Clear() => note.ClearStateAsync();

    public Task ReadAgain() => note.ReadStateAsync();

    public Task<StateView> Get() => Task.FromResult(new StateView(note.State.Text, note.RecordExists, note.Etag is not null, other.State.Text));

    public async Task Overtake(string text)
    {
        var storage = ServiceProvider.GetRequiredKeyedService<IGrainStorage>(ClusterFixture.Storage);
        var record = new GrainState<NoteState>(new NoteState());
        await storage.ReadStateAsync("note", this.GetGrainId(), record);
        record.State = new NoteState { Text = text };
        await storage.WriteStateAsync("note", this.GetGrainId(), record);
    }
}
