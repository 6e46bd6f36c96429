namespace XSight.Api.Http;

/// <summary>Every list: its items, where the next page begins (null at the end), and how many there are in all.</summary>
public sealed record ListEnvelope<T>(IReadOnlyList<T> Items, string? NextCursor, long Total)
{
    /// <summary>A list that is always whole.</summary>
    public static ListEnvelope<T> Whole(IReadOnlyList<T> items) => new(items, null, items.Count);
}
