namespace XSight.Shopify;

internal sealed record BulkRunData(BulkPayload? BulkOperationRunQuery);
