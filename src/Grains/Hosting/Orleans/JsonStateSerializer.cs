using System.Text.Json;
using Orleans.Storage;

namespace XSight.Grains.Hosting;

/// <summary>Grain state as plain JSON, in the form that the embedded build writes: no type names, readable in psql, fit for either.</summary>
internal sealed class JsonStateSerializer : IGrainStorageSerializer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, Json));

    public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input, Json);
}
