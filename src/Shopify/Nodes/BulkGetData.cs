namespace XSight.Shopify;

internal sealed record BulkGetData(BulkOperationNode? BulkOperation);
