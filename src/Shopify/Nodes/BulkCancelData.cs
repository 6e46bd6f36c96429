namespace XSight.Shopify;

internal sealed record BulkCancelData(BulkPayload? BulkOperationCancel);
