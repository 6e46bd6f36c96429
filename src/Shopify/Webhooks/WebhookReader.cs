using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace XSight.Shopify;

/// <summary>
/// Reads webhook bodies: only the fields we keep, ids as 64-bit numbers, money from its decimal strings. Fields and values of enums
/// that we do not know pass.
/// </summary>
public static class WebhookReader
{
    /// <param name="topic">In any form that <see cref="WebhookTopics.TryFind"/> knows.</param>
    /// <param name="body">The delivery's bytes.</param>
    /// <param name="triggeredAt">The event's time by its header; stands in for a source version that the body lacks.</param>
    /// <param name="shopCurrency">ISO 4217; every amount must be in it.</param>
    /// <exception cref="ShopifyException">Malformed, with the topic, the path and, where the JSON itself is broken, line and byte. Never with a value.</exception>
    public static WebhookEffect Read(string topic, ReadOnlyMemory<byte> body, DateTimeOffset? triggeredAt, string shopCurrency)
    {
        if (!WebhookTopics.TryFind(topic, out var known))
        {
            return new WebhookEffect.Nothing("we do not take this topic");
        }

        try
        {
            return Read(known.Kind, body.Span, triggeredAt?.ToUniversalTime(), shopCurrency);
        }
        catch (JsonException exception)
        {
            var place = JsonFault.Place(exception);
            var at = $"line {(exception.LineNumber ?? 0) + 1}, byte {JsonFault.Column(exception)}";
            throw Malformed($"{known.Name}: {(place.Length == 0 ? at : $"{place} ({at})")}: {JsonFault.Reason(exception)}");
        }
        catch (FactFormatException exception)
        {
            throw Malformed($"{known.Name}: {exception.Message}");
        }
    }

    private static WebhookEffect Read(WebhookKind kind, ReadOnlySpan<byte> body, DateTimeOffset? at, string currency) => kind switch
    {
        WebhookKind.Order => OrderOf(Parse(body, WebhookJson.Default.OrderPayload), at, currency),
        WebhookKind.OrderDeletion => new WebhookEffect.OrderDeleted(WebhookFacts.Id(Parse(body, WebhookJson.Default.PointerPayload).Id, "id"), at),
        WebhookKind.Customer => new WebhookEffect.CustomerChanged(WebhookFacts.ToFact(Parse(body, WebhookJson.Default.CustomerPayload), at)),
        WebhookKind.CustomerDeletion => new WebhookEffect.CustomerDeleted(WebhookFacts.Id(Parse(body, WebhookJson.Default.PointerPayload).Id, "id"), at),
        WebhookKind.CustomerMerge => MergeOf(Parse(body, WebhookJson.Default.MergePayload), at),
        WebhookKind.OrderPointer => OrderPointerOf(Parse(body, WebhookJson.Default.PointerPayload)),
        WebhookKind.CustomerPointer => CustomerPointerOf(Parse(body, WebhookJson.Default.PointerPayload)),
        WebhookKind.PurchasingSummary => new WebhookEffect.Nothing("a customer's totals come from our own orders"),
        WebhookKind.BulkFinish => BulkOf(Parse(body, WebhookJson.Default.BulkFinishPayload)),
        WebhookKind.Uninstall => new WebhookEffect.Uninstalled(at),
        WebhookKind.Scopes => ScopesOf(Parse(body, WebhookJson.Default.ScopesPayload), at),
        WebhookKind.DataRequest => DataRequestOf(Parse(body, WebhookJson.Default.PrivacyPayload)),
        WebhookKind.CustomerRedaction => RedactionOf(Parse(body, WebhookJson.Default.PrivacyPayload)),
        WebhookKind.ShopRedaction => ShopRedactionOf(Parse(body, WebhookJson.Default.PrivacyPayload)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A topic without a reader."),
    };

    private static TPayload Parse<TPayload>(ReadOnlySpan<byte> body, JsonTypeInfo<TPayload> form)
        where TPayload : class =>
        JsonSerializer.Deserialize(body, form) ?? throw new FactFormatException("the body", "is null");

    private static WebhookEffect.OrderChanged OrderOf(OrderPayload payload, DateTimeOffset? at, string currency)
    {
        var order = WebhookFacts.ToFact(payload, at, currency);
        return new(order, payload.Customer is { } customer ? WebhookFacts.ToFact(customer, order) : null);
    }

    /// <summary>Of what a merge can end in only <c>failed</c> is known to change nothing.</summary>
    private static WebhookEffect MergeOf(MergePayload merge, DateTimeOffset? at) =>
        string.Equals(merge.Status, "failed", StringComparison.OrdinalIgnoreCase)
            ? new WebhookEffect.Nothing("the merge failed")
            : new WebhookEffect.CustomersMerged(
                merge.AdminGraphqlApiCustomerKeptId ?? throw WebhookFacts.Missing("admin_graphql_api_customer_kept_id"),
                merge.AdminGraphqlApiCustomerDeletedId ?? throw WebhookFacts.Missing("admin_graphql_api_customer_deleted_id"),
                at);

    private static WebhookEffect.RefetchOrder OrderPointerOf(PointerPayload pointer) => new(
        pointer.OrderEdit is { } edit ? WebhookFacts.Id(edit.OrderId, "order_edit.order_id") : WebhookFacts.Id(pointer.OrderId, "order_id"));

    /// <summary>Tag topics name the customer by gid, consent topics by number, the oldest one by <c>id</c>.</summary>
    private static WebhookEffect.RefetchCustomer CustomerPointerOf(PointerPayload pointer) =>
        new(pointer.CustomerGid ?? WebhookFacts.Id(pointer.CustomerId ?? pointer.Id, "customer_id"));

    private static WebhookEffect.BulkFinished BulkOf(BulkFinishPayload bulk) => new(
        bulk.AdminGraphqlApiId ?? throw WebhookFacts.Missing("admin_graphql_api_id"),
        BulkStatuses.Read(bulk.Status ?? throw WebhookFacts.Missing("status")));

    private static WebhookEffect.ScopesUpdated ScopesOf(ScopesPayload scopes, DateTimeOffset? at) => new(
        [.. (scopes.Current ?? throw WebhookFacts.Missing("current")).Select(scope => scope ?? throw WebhookFacts.Missing("current[]"))],
        scopes.UpdatedAt ?? at);

    private static WebhookEffect.DataRequest DataRequestOf(PrivacyPayload payload)
    {
        var (id, email, phone) = PersonOf(payload);
        return new(id, email, phone, Ids(payload.OrdersRequested, "orders_requested[]"), payload.DataRequest?.Id);
    }

    private static WebhookEffect.CustomerRedact RedactionOf(PrivacyPayload payload)
    {
        var (id, email, phone) = PersonOf(payload);
        return new(id, email, phone, Ids(payload.OrdersToRedact, "orders_to_redact[]"));
    }

    private static WebhookEffect.ShopRedact ShopRedactionOf(PrivacyPayload payload) => new(payload.ShopId, payload.ShopDomain);

    private static (long? Id, string? Email, string? Phone) PersonOf(PrivacyPayload payload)
    {
        var person = payload.Customer ?? throw WebhookFacts.Missing("customer");
        if (person is { Id: null, Email: null, Phone: null })
        {
            throw new FactFormatException("customer", "names nobody");
        }

        return (person.Id is { } id ? WebhookFacts.Id(id, "customer.id") : null, FactText.Clean(person.Email), FactText.Clean(person.Phone));
    }

    private static ImmutableArray<long> Ids(long[]? ids, string member) =>
        ids is null ? [] : [.. ids.Select(id => WebhookFacts.Id(id, member))];

    /// <summary>Without the exception beneath: a log would write that out, and it quotes the body.</summary>
    private static ShopifyException Malformed(string message) => new(ShopifyErrorKind.Malformed, message);
}
