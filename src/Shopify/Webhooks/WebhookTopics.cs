using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace XSight.Shopify;

/// <summary>The topics we take.</summary>
public static class WebhookTopics
{
    /// <summary>The longest topic of Shopify's has 68 characters.</summary>
    private const int NameLengthMax = 100;

    private const string Customers = "read_customers";
    private const string Orders = "read_orders";

    public static IReadOnlyList<WebhookTopic> All { get; } =
    [
        new("orders/create", WebhookKind.Order, Orders, subscribed: true),
        new("orders/updated", WebhookKind.Order, Orders, subscribed: true),
        new("orders/paid", WebhookKind.Order, Orders, subscribed: true),
        new("orders/cancelled", WebhookKind.Order, Orders, subscribed: true),
        new("orders/fulfilled", WebhookKind.Order, Orders),
        new("orders/partially_fulfilled", WebhookKind.Order, Orders),
        new("orders/edited", WebhookKind.OrderPointer, Orders, subscribed: true),
        new("orders/delete", WebhookKind.OrderDeletion, Orders, subscribed: true),
        new("order_transactions/create", WebhookKind.OrderPointer, Orders),
        new("refunds/create", WebhookKind.OrderPointer, Orders, subscribed: true),
        new("customers/create", WebhookKind.Customer, Customers, subscribed: true),
        new("customers/update", WebhookKind.Customer, Customers, subscribed: true),
        new("customers/enable", WebhookKind.Customer, Customers),
        new("customers/disable", WebhookKind.Customer, Customers),
        new("customers/delete", WebhookKind.CustomerDeletion, Customers, subscribed: true),
        new("customers/merge", WebhookKind.CustomerMerge, "read_customer_merge", subscribed: true),
        new("customer.tags_added", WebhookKind.CustomerPointer, Customers, subscribed: true),
        new("customer.tags_removed", WebhookKind.CustomerPointer, Customers, subscribed: true),
        new("customers_email_marketing_consent/update", WebhookKind.CustomerPointer, Customers, subscribed: true),
        new("customers_marketing_consent/update", WebhookKind.CustomerPointer, Customers),
        new("customers_whats_app_marketing_consent/update", WebhookKind.CustomerPointer, Customers),
        new("customers/purchasing_summary", WebhookKind.PurchasingSummary, Customers),
        new("bulk_operations/finish", WebhookKind.BulkFinish, subscribed: true),
        new("app/uninstalled", WebhookKind.Uninstall, subscribed: true),
        new("app/scopes_update", WebhookKind.Scopes, subscribed: true),
        new("customers/data_request", WebhookKind.DataRequest),
        new("customers/redact", WebhookKind.CustomerRedaction),
        new("shop/redact", WebhookKind.ShopRedaction),
    ];

    private static readonly FrozenDictionary<string, WebhookTopic> ByName = All.ToFrozenDictionary(topic => topic.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, WebhookTopic> ByEnumName = All.ToFrozenDictionary(topic => topic.EnumName, StringComparer.Ordinal);

    /// <summary>Whether we take this topic, in any form that <see cref="TryFind"/> knows.</summary>
    public static bool IsKnown(string? text) => TryFind(text, out _);

    /// <summary>A topic in the form of its header (<c>orders/create</c>, <c>customer.tags_added</c>), of our path (<c>customer/tags_added</c>) or of GraphQL (<c>ORDERS_CREATE</c>), in either case.</summary>
    public static bool TryFind(string? text, [NotNullWhen(true)] out WebhookTopic? topic)
    {
        topic = null;
        return text is { Length: > 0 and <= NameLengthMax } && (ByName.TryGetValue(text, out topic) || ByEnumName.TryGetValue(EnumName(text), out topic));
    }

    internal static string EnumName(string name) => string.Create(name.Length, name, static (letters, name) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = name[i] is '/' or '.' ? '_' : char.ToUpperInvariant(name[i]);
        }
    });
}
