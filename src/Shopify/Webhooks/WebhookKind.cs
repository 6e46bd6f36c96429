namespace XSight.Shopify;

/// <summary>The shape of a topic's body, and what it leads to.</summary>
internal enum WebhookKind
{
    Order,
    OrderDeletion,
    Customer,
    CustomerDeletion,
    CustomerMerge,
    OrderPointer,
    CustomerPointer,
    PurchasingSummary,
    BulkFinish,
    Uninstall,
    Scopes,
    DataRequest,
    CustomerRedaction,
    ShopRedaction,
}
