namespace XSight.Storage;

/// <summary>A page of comparisons, newest first; the cursor of the next page is null at the end.</summary>
public sealed record ReconciliationPage(IReadOnlyList<Reconciliation> Items, string? NextCursor, long Total);
