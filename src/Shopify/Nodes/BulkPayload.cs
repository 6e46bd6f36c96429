namespace XSight.Shopify;

/// <summary>What both bulk mutations answer.</summary>
internal sealed record BulkPayload(BulkOperationNode? BulkOperation, UserErrorNode[]? UserErrors);
