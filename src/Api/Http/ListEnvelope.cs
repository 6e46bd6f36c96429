namespace XSight.Api.Http;

/// <summary>Every list: its items, where the next page begins (null at the end), and how many there are in all.</summary>
public sealed record ListEnvelope<T>(IReadOnlyList<T> Items, string? NextCursor, long Total);

/// <summary>Makes envelopes.</summary>
public static class ListEnvelope
{
    /// <summary>A list that is always whole.</summary>
    public static ListEnvelope<T> Whole<T>(IReadOnlyList<T> items) => new(items, null, items.Count);
}
