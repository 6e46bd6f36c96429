using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.InProcess;

/// <summary>States as JSON in memory, with etags: for tests and for what may be forgotten.</summary>
public sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string Name, GrainId Grain), Record> _records = [];
    private long _writes;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var record = _records.GetValueOrDefault((stateName, grainId));
        grainState.RecordExists = record is not null;
        grainState.ETag = record?.Etag;
        grainState.State = record is null ? Activator.CreateInstance<T>() : JsonSerializer.Deserialize<T>(record.Json);
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (stateName, grainId);
        var record = new Record(JsonSerializer.SerializeToUtf8Bytes(grainState.State), Interlocked.Increment(ref _writes).ToString(CultureInfo.InvariantCulture));
        var written = grainState.ETag is null
            ? _records.TryAdd(key, record)
            : _records.TryGetValue(key, out var stored) && stored.Etag == grainState.ETag && _records.TryUpdate(key, record, stored);
        if (!written)
        {
            throw Conflict(key, grainState.ETag);
        }

        grainState.ETag = record.Etag;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (stateName, grainId);
        if (_records.TryGetValue(key, out var stored) && (stored.Etag != grainState.ETag || !_records.TryRemove(new(key, stored))))
        {
            throw Conflict(key, grainState.ETag);
        }

        grainState.ETag = null;
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
        return Task.CompletedTask;
    }

    private InconsistentStateException Conflict((string Name, GrainId Grain) key, string? expected)
    {
        var stored = _records.GetValueOrDefault(key)?.Etag;
        return new InconsistentStateException($"State '{key.Name}' of {key.Grain} has etag {stored ?? "none"}, not {expected ?? "none"}.", stored, expected);
    }

    private sealed record Record(byte[] Json, string Etag);
}
