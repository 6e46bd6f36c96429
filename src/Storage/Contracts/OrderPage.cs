namespace XSight.Storage;

/// <summary>A page, the cursor of the next one (null at the end), and of the whole list the orders and the net of those that count.</summary>
public sealed record OrderPage(IReadOnlyList<OrderListItem> Items, string? NextCursor, long Total, long CountedNetMinor);
