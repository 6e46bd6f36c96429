using Orleans.Runtime;
using Orleans.Storage;

namespace XSight.Silo.Tests.AdoNet;

/// <summary>Our SQL under Orleans' ADO.NET grain storage: who may write what, and what a reader then finds.</summary>
[Collection(AdoNetSuite.Name)]
public class AdoNetStorageTests(AdoNetSilo silo)
{
    private const string StateName = "note";
    private const int Writers = 32;

    private readonly IGrainStorage _storage = silo.Storage(AdoNetSilo.Keeping);

    [Fact]
    public async Task A_state_never_written_does_not_exist()
    {
        var state = await Read(NewGrain());

        Assert.False(state.RecordExists);
        Assert.Null(state.ETag);
    }

    [Fact]
    public async Task A_state_is_read_as_it_was_written()
    {
        var grain = NewGrain();
        var written = await Write(grain, "first — ∑");
        await Write(grain, "second", written);

        var read = await Read(grain);

        Assert.True(read.RecordExists);
        Assert.Equal("second", read.State?.Text);
        Assert.Equal(written.ETag, read.ETag);
    }

    [Fact]
    public async Task A_writer_that_has_not_read_the_row_is_refused()
    {
        var grain = NewGrain();
        await Write(grain, "first");

        await Assert.ThrowsAsync<InconsistentStateException>(() => Write(grain, "blind"));
        Assert.Equal("first", (await Read(grain)).State?.Text);
    }

    [Fact]
    public async Task A_stale_writer_is_refused()
    {
        var grain = NewGrain();
        await Write(grain, "first");
        var stale = await Read(grain);
        await Write(grain, "second", await Read(grain));

        await Assert.ThrowsAsync<InconsistentStateException>(() => Write(grain, "late", stale));
        Assert.Equal("second", (await Read(grain)).State?.Text);
    }

    [Fact]
    public async Task Of_many_that_create_a_row_at_once_one_wins()
    {
        var grain = NewGrain();

        var won = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Wins(() => Write(grain, $"writer {writer}"))));

        Assert.Equal(1, won.Count(w => w));
        Assert.True((await Read(grain)).RecordExists);
    }

    [Fact]
    public async Task Of_many_that_change_a_row_at_once_one_wins()
    {
        var grain = NewGrain();
        await Write(grain, "first");
        var states = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Read(grain)));

        var won = await Task.WhenAll(states.Select((state, writer) => Wins(() => Write(grain, $"writer {writer}", state))));

        Assert.Equal(1, won.Count(w => w));
    }

    [Fact]
    public async Task A_cleared_state_does_not_exist_and_can_be_written_again()
    {
        var grain = NewGrain();
        var state = await Write(grain, "first");
        await _storage.ClearStateAsync(StateName, grain, state);

        var cleared = await Read(grain);
        Assert.False(cleared.RecordExists);
        await Write(grain, "again", cleared);

        Assert.Equal("again", (await Read(grain)).State?.Text);
    }

    [Fact]
    public async Task A_writer_from_before_a_clearing_is_refused()
    {
        var grain = NewGrain();
        await Write(grain, "first");
        var stale = await Read(grain);
        await _storage.ClearStateAsync(StateName, grain, await Read(grain));

        await Assert.ThrowsAsync<InconsistentStateException>(() => Write(grain, "late", stale));
    }

    [Fact]
    public async Task A_stale_clearing_is_refused()
    {
        var grain = NewGrain();
        await Write(grain, "first");
        var stale = await Read(grain);
        await Write(grain, "second", await Read(grain));

        await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.ClearStateAsync(StateName, grain, stale));
        Assert.Equal("second", (await Read(grain)).State?.Text);
    }

    [Fact]
    public async Task A_deleted_state_leaves_nothing_and_can_be_written_again()
    {
        var deleting = silo.Storage(AdoNetSilo.Deleting);
        var grain = NewGrain();
        var state = new GrainState<Note> { State = new Note { Text = "first" } };
        await deleting.WriteStateAsync(StateName, grain, state);
        await deleting.ClearStateAsync(StateName, grain, state);

        Assert.Null((await Read(grain)).ETag);
        await Write(grain, "again");
        Assert.Equal("again", (await Read(grain)).State?.Text);
    }

    [Fact]
    public async Task Keys_that_differ_have_states_of_their_own()
    {
        var tenant = TenantId.New();
        var grains = new[] { "", "/1", "/2", "/run-ä" }.Select(tail => GrainId.Create("note", tenant.Value + tail)).ToArray();
        foreach (var grain in grains)
        {
            await Write(grain, grain.ToString());
        }

        foreach (var grain in grains)
        {
            Assert.Equal(grain.ToString(), (await Read(grain)).State?.Text);
        }
    }

    private static GrainId NewGrain() => GrainId.Create("note", TenantId.New().Value);

    private static async Task<bool> Wins(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }

    private async Task<GrainState<Note>> Read(GrainId grain)
    {
        var state = new GrainState<Note>();
        await _storage.ReadStateAsync(StateName, grain, state);
        return state;
    }

    private async Task<GrainState<Note>> Write(GrainId grain, string text, GrainState<Note>? seen = null)
    {
        var state = seen ?? new GrainState<Note>();
        state.State = new Note { Text = text };
        await _storage.WriteStateAsync(StateName, grain, state);
        return state;
    }
}
