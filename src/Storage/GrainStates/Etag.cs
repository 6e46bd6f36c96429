namespace XSight.Storage;

/// <summary>Marks one version of a row. Drawn at random, so that a row that was cleared and made again never carries an old mark.</summary>
internal static class Etag
{
    public static string New() => Guid.NewGuid().ToString("n");
}
