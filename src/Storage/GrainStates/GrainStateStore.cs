using System.Text;

namespace XSight.Storage;

internal sealed class GrainStateStore(StoreEngine engine) : IGrainStateStore
{
    private const string Read = "SELECT g.state, g.etag FROM grain_states g WHERE g.state_name = @name AND g.grain_id = @grain";

    /// <summary>Of several first writes one finds no row.</summary>
    private const string WriteFirst = """
        INSERT INTO grain_states (state_name, grain_id, etag, state) VALUES (@name, @grain, @etag, @state)
        ON CONFLICT (state_name, grain_id) DO NOTHING
        """;

    private const string WriteAgain = """
        UPDATE grain_states SET etag = @etag, state = @state
        WHERE state_name = @name AND grain_id = @grain AND etag = @expected
        """;

    private const string Clear = "DELETE FROM grain_states WHERE state_name = @name AND grain_id = @grain AND etag = @expected";

    public Task<StoredGrainState?> ReadAsync(string stateName, string grainId, CancellationToken cancellationToken) =>
        engine.ReadAsync(
            session => session.FirstAsync(
                Read,
                [("name", stateName), ("grain", grainId)],
                row => new StoredGrainState(Encoding.UTF8.GetBytes(row.GetString(0)), row.GetString(1)),
                cancellationToken),
            cancellationToken);

    public async Task<string?> WriteAsync(
        string stateName, string grainId, ReadOnlyMemory<byte> json, string? expectedEtag, CancellationToken cancellationToken)
    {
        var etag = Etag.New();
        (string, object?)[] row = [("name", stateName), ("grain", grainId), ("etag", etag), ("state", Encoding.UTF8.GetString(json.Span))];
        var written = await engine.WriteAsync(
            session => expectedEtag is null
                ? session.ExecuteAsync(WriteFirst, row, CancellationToken.None)
                : session.ExecuteAsync(WriteAgain, [.. row, ("expected", expectedEtag)], CancellationToken.None),
            cancellationToken);
        return written == 1 ? etag : null;
    }

    public async Task<bool> ClearAsync(string stateName, string grainId, string? expectedEtag, CancellationToken cancellationToken)
    {
        if (expectedEtag is null)
        {
            return await ReadAsync(stateName, grainId, cancellationToken) is null;
        }

        return await engine.WriteAsync(
            session => session.ExecuteAsync(Clear, [("name", stateName), ("grain", grainId), ("expected", expectedEtag)], CancellationToken.None),
            cancellationToken) == 1;
    }
}
