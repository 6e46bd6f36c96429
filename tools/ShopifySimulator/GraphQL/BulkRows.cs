namespace XSight.ShopifySimulator;

/// <summary>The nodes of a connection without paging, read by position so that the store's gate can be let go in between.</summary>
/// <param name="Count">Positions.</param>
/// <param name="At">The node at a position; null where it was deleted or does not match.</param>
internal sealed record BulkRows(int Count, Func<int, object?> At)
{
    public static BulkRows Of<T>(IReadOnlyList<T> items)
        where T : class => new(items.Count, i => items[i]);
}
