using System.Globalization;
using System.Text.Json;
using Orleans.Runtime;
using Orleans.Storage;
using XSight.Storage;

namespace XSight.Grains.Hosting;

/// <summary>Grain state as JSON rows of our own database, with compare-and-set on the etag.</summary>
public sealed class RelationalGrainStorage(IDatabase database) : IGrainStorage
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = await database.GrainStates.ReadAsync(stateName, grainId.ToString(), CancellationToken.None);
        grainState.RecordExists = stored is not null;
        grainState.ETag = stored?.Etag;
        grainState.State = stored is null ? Activator.CreateInstance<T>() : JsonSerializer.Deserialize<T>(stored.Json.Span, Json)!;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(grainState.State, Json);
        var etag = await database.GrainStates.WriteAsync(stateName, grainId.ToString(), json, grainState.ETag, CancellationToken.None);
        if (etag is null)
        {
            throw Conflict(stateName, grainId, grainState.ETag);
        }

        grainState.ETag = etag;
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (!await database.GrainStates.ClearAsync(stateName, grainId.ToString(), grainState.ETag, CancellationToken.None))
        {
            throw Conflict(stateName, grainId, grainState.ETag);
        }

        grainState.ETag = null;
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
    }

    private static InconsistentStateException Conflict(string stateName, GrainId grainId, string? etag) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The {stateName} state of {grainId} is no longer the one with etag {etag ?? "none"}."));
}
