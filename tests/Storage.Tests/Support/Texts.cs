using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace XSight.Storage.Tests;

/// <summary>Rows compared by all they say: immutable arrays in records compare by reference otherwise.</summary>
internal static class Texts
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new Untold<OrderLine>(), new Untold<OrderRefund>() } };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static bool Same<T>(T one, T other) => Of(one) == Of(other);

    /// <summary>A default array, which says nothing, is another text than an empty one.</summary>
    private sealed class Untold<T> : JsonConverter<ImmutableArray<T>>
    {
        public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.IsDefault ? null : value.ToArray(), options);
    }
}
