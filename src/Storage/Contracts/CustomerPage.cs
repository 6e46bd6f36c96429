namespace XSight.Storage;

/// <summary>A page, the cursor of the next one (null at the end), and the whole list's size and money.</summary>
public sealed record CustomerPage(IReadOnlyList<CustomerListItem> Items, string? NextCursor, long Total, long TotalSpentMinor);
