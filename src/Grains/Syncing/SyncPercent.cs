namespace XSight.Grains.Syncing;

/// <summary>The share of a run that is done, 0 to 100: preparing is a tenth, records eight tenths, deriving the last tenth.</summary>
public static class SyncPercent
{
    private const double Prepared = 10;
    private const double Read = 90;
    private const double Whole = 100;

    public static double Preparing(long objectsWritten, long? total) => Prepared * Share(objectsWritten, total);

    public static double Reading(long recordsDone, long? total) => Prepared + ((Read - Prepared) * Share(recordsDone, total));

    public static double Deriving(long derived, long? customers) => Read + ((Whole - Read) * Share(derived, customers));

    private static double Share(long done, long? total) => total is > 0 ? Math.Min(1.0, (double)done / total.Value) : 0;
}
