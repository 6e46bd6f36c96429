namespace XSight.Analytics.Sales;

/// <summary>Counts of two stretches of a scan, added up.</summary>
internal static class Tallies
{
    /// <summary>Adds to each count the other one at its place.</summary>
    public static void Add(int[] counts, int[] others)
    {
        for (var at = 0; at < counts.Length; at++)
        {
            counts[at] += others[at];
        }
    }
}
