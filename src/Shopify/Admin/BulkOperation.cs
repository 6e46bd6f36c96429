namespace XSight.Shopify;

/// <summary>A bulk operation as the store last told it.</summary>
/// <param name="Id">The store's gid.</param>
/// <param name="Status">In capitals, as GraphQL has it.</param>
/// <param name="ErrorCode">Only when it failed.</param>
/// <param name="ObjectCount">Objects written so far.</param>
/// <param name="Url">The result; null while it runs, and also when it completed without any object.</param>
/// <param name="PartialDataUrl">What was written before a failure.</param>
/// <param name="CreatedAt">The facts in the file are at least as new as this.</param>
public sealed record BulkOperation(string Id, BulkStatus Status, string? ErrorCode, long ObjectCount, Uri? Url, Uri? PartialDataUrl, DateTimeOffset? CreatedAt);
