namespace XSight.Storage;

/// <summary>
/// Some keys as parameters <c>k0</c>, <c>k1</c>, … for an IN list, which both databases look up by index. Filled up to a power of two with
/// the last key, so that lists of any length make few different statements.
/// </summary>
internal static class KeyList
{
    public static string Names(IReadOnlyList<long> keys) => string.Join(", ", Enumerable.Range(0, Length(keys)).Select(i => $"@k{i}"));

    public static IEnumerable<(string Name, object? Value)> Of(IReadOnlyList<long> keys) =>
        Enumerable.Range(0, Length(keys)).Select(i => ($"k{i}", (object?)keys[Math.Min(i, keys.Count - 1)]));

    private static int Length(IReadOnlyList<long> keys) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)keys.Count);
}
