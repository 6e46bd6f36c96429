using System.Text;
using System.Text.Json;

namespace XSight.Shopify;

/// <summary>
/// Deliveries that carry a person who is to be erased. Such a delivery is reduced to a pointer at its order or customer: the store is
/// asked for the thing when it is applied, and what it answers then is what may be known.
/// </summary>
public static class PersonalDelivery
{
    private const string OrderPointerTopic = "orders/edited";
    private const string CustomerPointerTopic = "customers_email_marketing_consent/update";
    private const string GidOfCustomer = "gid://shopify/Customer/";

    /// <summary>Whether the delivery may tell anything of the person: a number, a name or an address of theirs stands in it.</summary>
    /// <param name="body">JSON, or what came in its place.</param>
    /// <param name="ids">The person's numbers, and those of their orders.</param>
    /// <param name="words">The person's name and addresses, wherever they stand.</param>
    public static bool Mentions(ReadOnlyMemory<byte> body, IReadOnlySet<long> ids, IReadOnlyList<string> words)
    {
        try
        {
            return MentionsInJson(body.Span, ids, words);
        }
        catch (JsonException)
        {
            var text = Encoding.UTF8.GetString(body.Span);
            return words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) || ids.Any(id => text.Contains($"{id}", StringComparison.Ordinal));
        }
    }

    /// <summary>The numbers of the customers whom a delivery is about, as far as it can be read.</summary>
    public static IReadOnlyList<long> CustomersOf(string topic, ReadOnlyMemory<byte> body)
    {
        if (!WebhookTopics.TryFind(topic, out var known) || Parse(body) is not { RootElement.ValueKind: JsonValueKind.Object } document)
        {
            return [];
        }

        using (document)
        {
            var customer = known.Kind is WebhookKind.Customer
                ? Number(document.RootElement, "id")
                : document.RootElement.TryGetProperty("customer", out var person) ? Number(person, "id") : null;
            return customer is { } id ? [id] : [];
        }
    }

    /// <summary>
    /// What is left of a delivery without its person: topic and body. The same when it tells nothing but numbers, null when nothing
    /// needs to be left.
    /// </summary>
    public static (string Topic, ReadOnlyMemory<byte> Body)? Reduce(string topic, ReadOnlyMemory<byte> body)
    {
        if (!WebhookTopics.TryFind(topic, out var known))
        {
            return null;
        }

        switch (known.Kind)
        {
            case WebhookKind.OrderDeletion or WebhookKind.CustomerDeletion or WebhookKind.CustomerMerge or WebhookKind.BulkFinish
                or WebhookKind.Scopes or WebhookKind.Uninstall or WebhookKind.CustomerRedaction or WebhookKind.ShopRedaction:
                return (topic, body);
            case WebhookKind.Order or WebhookKind.OrderPointer:
                return OrderOf(known.Kind, body) is { } order ? (OrderPointerTopic, Json($"{{\"order_edit\":{{\"order_id\":{order}}}}}")) : null;
            case WebhookKind.Customer or WebhookKind.CustomerPointer:
                return CustomerOf(body) is { } customer ? (CustomerPointerTopic, Json($"{{\"customer_id\":{customer}}}")) : null;
            default:
                return null;
        }
    }

    private static bool MentionsInJson(ReadOnlySpan<byte> body, IReadOnlySet<long> ids, IReadOnlyList<string> words)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            var found = reader.TokenType switch
            {
                JsonTokenType.Number => reader.TryGetInt64(out var number) && ids.Contains(number),
                JsonTokenType.String => MentionsInText(reader.GetString()!, ids, words),
                _ => false,
            };
            if (found)
            {
                return true;
            }
        }

        return false;
    }

    private static bool MentionsInText(string text, IReadOnlySet<long> ids, IReadOnlyList<string> words) =>
        words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
        || (text.StartsWith(GidOfCustomer, StringComparison.Ordinal) && long.TryParse(text.AsSpan(GidOfCustomer.Length), out var id) && ids.Contains(id));

    private static long? OrderOf(WebhookKind kind, ReadOnlyMemory<byte> body)
    {
        using var document = Parse(body);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } root)
        {
            return null;
        }

        return kind is WebhookKind.Order ? Number(root, "id")
            : root.TryGetProperty("order_edit", out var edit) ? Number(edit, "order_id")
            : Number(root, "order_id");
    }

    private static long? CustomerOf(ReadOnlyMemory<byte> body)
    {
        using var document = Parse(body);
        return document?.RootElement is not { ValueKind: JsonValueKind.Object } root ? null
            : root.TryGetProperty("customerId", out var gid) && gid.ValueKind == JsonValueKind.String && gid.GetString()!.StartsWith(GidOfCustomer, StringComparison.Ordinal)
                && long.TryParse(gid.GetString().AsSpan(GidOfCustomer.Length), out var byGid) ? byGid
            : Number(root, "customer_id") ?? Number(root, "id");
    }

    private static long? Number(JsonElement parent, string member) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : null;

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> Json(string text) => Encoding.UTF8.GetBytes(text);
}
