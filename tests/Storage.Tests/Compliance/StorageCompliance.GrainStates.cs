using System.Text;
using XSight.Storage;

namespace XSight.Storage.Tests;

public abstract partial class StorageCompliance
{
    private readonly string _grain = $"t-grain/{Guid.NewGuid():n}";

    [Fact]
    public async Task Grain_state_reads_back_what_was_written()
    {
        Assert.Null(await Database.GrainStates.ReadAsync("tenant", _grain, default));

        var etag = await WriteStateAsync("""{"name":"Kaffe & Té ☕"}""", null);

        var stored = await Database.GrainStates.ReadAsync("tenant", _grain, default);
        Assert.Equal(etag, stored!.Etag);
        Assert.Equal("""{"name":"Kaffe & Té ☕"}""", Encoding.UTF8.GetString(stored.Json.Span));
    }

    [Fact]
    public async Task Second_first_write_is_refused()
    {
        await WriteStateAsync("1", null);

        Assert.Null(await WriteStateAsync("2", null));
        Assert.Equal("1", await ReadStateAsync());
    }

    [Fact]
    public async Task Stale_write_is_refused()
    {
        var first = await WriteStateAsync("1", null);
        var second = await WriteStateAsync("2", first);

        Assert.NotEqual(first, second);
        Assert.Null(await WriteStateAsync("3", first));
        Assert.Equal("2", await ReadStateAsync());
    }

    [Fact]
    public async Task Write_to_a_row_that_is_gone_is_refused()
    {
        Assert.Null(await WriteStateAsync("1", "an etag"));
        Assert.Null(await Database.GrainStates.ReadAsync("tenant", _grain, default));
    }

    [Fact]
    public async Task Stale_clear_is_refused()
    {
        var first = await WriteStateAsync("1", null);
        var second = await WriteStateAsync("2", first);

        Assert.False(await Database.GrainStates.ClearAsync("tenant", _grain, first, default));
        Assert.False(await Database.GrainStates.ClearAsync("tenant", _grain, null, default));
        Assert.True(await Database.GrainStates.ClearAsync("tenant", _grain, second, default));
        Assert.False(await Database.GrainStates.ClearAsync("tenant", _grain, second, default));
        Assert.True(await Database.GrainStates.ClearAsync("tenant", _grain, null, default));
    }

    [Fact]
    public async Task Row_made_again_after_a_clear_refuses_etags_of_its_former_life()
    {
        var first = await WriteStateAsync("1", null);
        await Database.GrainStates.ClearAsync("tenant", _grain, first, default);

        var again = await WriteStateAsync("2", null);

        Assert.NotNull(again);
        Assert.Null(await WriteStateAsync("3", first));
        Assert.Equal("2", await ReadStateAsync());
    }

    [Fact]
    public async Task States_of_one_grain_are_independent_by_name()
    {
        var etag = await WriteStateAsync("1", null);
        Assert.NotNull(await Database.GrainStates.WriteAsync("user", _grain, "2"u8.ToArray(), null, default));

        Assert.True(await Database.GrainStates.ClearAsync("tenant", _grain, etag, default));
        Assert.NotNull(await Database.GrainStates.ReadAsync("user", _grain, default));
    }

    [Fact]
    public async Task Keys_in_any_script_are_keys_of_their_own()
    {
        string[] keys = [$"u:иван@{_grain}", $"u:Иван@{_grain}", $"u:ivan@{_grain}", $"u:ivan@{_grain} ", $"u:ivän@{_grain}"];
        foreach (var key in keys)
        {
            Assert.NotNull(await Database.GrainStates.WriteAsync("user", key, Encoding.UTF8.GetBytes($"\"{key}\""), null, default));
        }

        foreach (var key in keys)
        {
            var stored = await Database.GrainStates.ReadAsync("user", key, default);
            Assert.Equal($"\"{key}\"", Encoding.UTF8.GetString(stored!.Json.Span));
        }
    }

    [Fact]
    public async Task Of_parallel_first_writes_exactly_one_wins()
    {
        var etags = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => WriteStateAsync($"{i}", null))));

        var winner = Assert.Single(etags, e => e is not null);
        Assert.Equal(winner, (await Database.GrainStates.ReadAsync("tenant", _grain, default))!.Etag);
    }

    [Fact]
    public async Task Of_parallel_second_writes_exactly_one_wins()
    {
        var first = await WriteStateAsync("first", null);

        var etags = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => WriteStateAsync($"{i}", first))));

        Assert.Single(etags, e => e is not null);
    }

    private Task<string?> WriteStateAsync(string json, string? etag) =>
        Database.GrainStates.WriteAsync("tenant", _grain, Encoding.UTF8.GetBytes(json), etag, default);

    private async Task<string> ReadStateAsync() =>
        Encoding.UTF8.GetString((await Database.GrainStates.ReadAsync("tenant", _grain, default))!.Json.Span);
}
