using System.Buffers;
using System.Text.Json;

namespace XSight.ShopifySimulator;

/// <summary>A webhook as it will be sent; a second delivery of it is the same to the byte.</summary>
/// <param name="Topic">Such as <c>orders/create</c>.</param>
/// <param name="Shop">The store's domain.</param>
/// <param name="WebhookId">Its own id.</param>
/// <param name="EventId">Shared by all webhooks of one cause.</param>
/// <param name="TriggeredAt">When the cause happened.</param>
/// <param name="Body">The JSON, which is what is signed.</param>
public sealed record WebhookMessage(string Topic, string Shop, Guid WebhookId, Guid EventId, DateTimeOffset TriggeredAt, ReadOnlyMemory<byte> Body)
{
    internal static WebhookMessage Of(Store store, string topic, Action<Utf8JsonWriter> write) => OfOneEvent(store, [topic], write)[0];

    internal static IReadOnlyList<WebhookMessage> OfOneEvent(Store store, IReadOnlyList<string> topics, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Json.WriterOptions))
        {
            write(writer);
        }

        var cause = Guid.NewGuid();
        return [.. topics.Select(topic => new WebhookMessage(topic, store.Domain, Guid.NewGuid(), cause, store.Time.GetUtcNow(), buffer.WrittenMemory))];
    }
}
