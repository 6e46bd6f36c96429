namespace XSight.Grains.Syncing;

/// <summary>The share of a run that is done, 0 to 100: preparing is a tenth, then come the records, the comparison, and deriving as the last tenth.</summary>
public static class SyncPercent
{
    private const double Prepared = 10;
    private const double Read = 85;
    private const double Compared = 90;
    private const double Whole = 100;

    public static double Preparing(long objectsWritten, long? total) => Prepared * Share(objectsWritten, total);

    public static double Reading(long recordsDone, long? total) => Prepared + ((Read - Prepared) * Share(recordsDone, total));

    /// <summary>A run that only compares has nothing else before it derives.</summary>
    public static double Comparing(double share, SyncKind kind) =>
        kind == SyncKind.Reconcile ? Compared * share : Read + ((Compared - Read) * share);

    public static double Deriving(long derived, long? customers) => Compared + ((Whole - Compared) * Share(derived, customers));

    private static double Share(long done, long? total) => total is > 0 ? Math.Min(1.0, (double)done / total.Value) : 0;
}
